@NullMarked
package dev.callboard.console;

import org.jspecify.annotations.NullMarked;
