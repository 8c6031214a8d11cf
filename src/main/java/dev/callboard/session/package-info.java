/**
 * One delivery of a class: its events, the fold into state, the pure decisions. Imports {@code
 * chat} and {@code plan}.
 */
@NullMarked
package dev.callboard.session;

import org.jspecify.annotations.NullMarked;
