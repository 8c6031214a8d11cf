/**
 * Tables as people's programs write them: CSV and xlsx files read line by line, whatever is in
 * them, and what is found wrong, told like the mistakes of plans. Part of {@code plan}.
 */
@NullMarked
package dev.callboard.plan.table;

import org.jspecify.annotations.NullMarked;
