/**
 * The report as files that others read: PDF, JSON and a workbook. Each is made of a {@code
 * ClassReport} alone. Imports {@code report} and its parts, {@code plan} and {@code session}.
 */
@NullMarked
package dev.callboard.report.file;

import org.jspecify.annotations.NullMarked;
