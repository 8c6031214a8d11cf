/**
 * What a class came to, as files that others read: who was there, as CSV, as xlsx and in the
 * columns that learning systems want. Pure folds over a class; imports {@code chat}, {@code plan}
 * and {@code session}.
 */
@NullMarked
package dev.callboard.report;

import org.jspecify.annotations.NullMarked;
