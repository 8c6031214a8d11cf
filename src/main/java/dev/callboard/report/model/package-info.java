/**
 * What a report says, before it is written in any form: figures, names and sentences of one class,
 * and what of it which reader may have. Immutable records made by pure folds; imports {@code chat},
 * {@code plan}, {@code session} and the attendance table of {@code report}.
 */
@NullMarked
package dev.callboard.report.model;

import org.jspecify.annotations.NullMarked;
