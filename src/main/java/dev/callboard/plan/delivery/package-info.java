/**
 * Classes that come as tables: a delivery a line, each made a plan of its own by copying one that
 * is there. Part of {@code plan}.
 */
@NullMarked
package dev.callboard.plan.delivery;

import org.jspecify.annotations.NullMarked;
