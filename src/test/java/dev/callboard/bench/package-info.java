/**
 * Speed, printed as ratios to references measured in the same run: {@code mvn -Pbench verify}.
 * Nothing here fails because it is slow; it fails when an acknowledged command is missing from the
 * log, or a page does not say what it has to.
 */
@NullMarked
package dev.callboard.bench;

import org.jspecify.annotations.NullMarked;
