/**
 * Who was there and for how long: what meetings told, folded, and judged by the rules of the plan.
 * Pure; whatever order the facts come in, they make the same presence. Imports {@code chat} and
 * {@code plan}.
 */
@NullMarked
package dev.callboard.session.attendance;

import org.jspecify.annotations.NullMarked;
