/**
 * Pictures of a class: where its time went and who was there, as shapes on a plane, and how they
 * become SVG, PNG and ink on a PDF's page. Pure but for the bundled fonts; imports {@code
 * report.font}, {@code report.model} and {@code session}.
 */
@NullMarked
package dev.callboard.report.picture;

import org.jspecify.annotations.NullMarked;
