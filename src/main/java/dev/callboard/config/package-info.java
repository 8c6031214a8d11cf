/**
 * What can be set: read from a file and the environment, checked, every problem told at once.
 * Imports {@code chat}, {@code platform} and the settings of the platforms.
 */
@NullMarked
package dev.callboard.config;

import org.jspecify.annotations.NullMarked;
