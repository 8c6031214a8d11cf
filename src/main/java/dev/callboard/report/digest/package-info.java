/**
 * What many deliveries of a plan teach its designer. Pure folds over ended classes; imports chat,
 * plan and session.
 */
@NullMarked
package dev.callboard.report.digest;

import org.jspecify.annotations.NullMarked;
