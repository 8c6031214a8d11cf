/** Tests of the API by the real server. */
@NullMarked
package dev.callboard.api;

import org.jspecify.annotations.NullMarked;
