/**
 * Pictures of a class: where its time went and who was there, as shapes on a plane, and how they
 * become SVG, PNG and ink on a PDF's page. Pure but for the bundled typeface; imports {@code
 * report.model} and {@code session}.
 */
@NullMarked
package dev.callboard.report.picture;

import org.jspecify.annotations.NullMarked;
