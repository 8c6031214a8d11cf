/** The house put together: the command line and the server's wiring. Imports every room. */
@NullMarked
package dev.callboard;

import org.jspecify.annotations.NullMarked;
