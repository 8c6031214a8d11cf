/**
 * Who is here: the roll, what people decide about it, and what is said by itself as people come.
 */
@NullMarked
package dev.callboard.command.roll;

import org.jspecify.annotations.NullMarked;
