/**
 * The report as a page: HTML that reads from the top like a memo, without script and without any
 * style of its own. Well-formed, so that the PDF is made of it. Imports {@code report.model},
 * {@code report.picture}, {@code plan} and {@code session}.
 */
@NullMarked
package dev.callboard.report.page;

import org.jspecify.annotations.NullMarked;
