/**
 * What people open in a browser beside the class: the desk of a class, the board of many, the
 * report; and how they sign in, without a password. Imports {@code chat}, {@code plan}, {@code
 * session}, {@code report}, {@code command} and {@code platform}; what it does goes through the
 * same door as a command typed in chat.
 */
@NullMarked
package dev.callboard.console;

import org.jspecify.annotations.NullMarked;
