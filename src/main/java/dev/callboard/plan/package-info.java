/**
 * A class before anybody gives it: YAML files made into plans, and their mistakes into sentences
 * with a line number. Imports only {@code chat}.
 */
@NullMarked
package dev.callboard.plan;

import org.jspecify.annotations.NullMarked;
