/**
 * The bundled fonts: which has what sign, how wide texts are, their outlines, and what stands for
 * signs that none has. Machines that run servers often have no fonts, and what one has another has
 * not. Each is read when a text first needs it; imports nothing of ours.
 */
@NullMarked
package dev.callboard.report.font;

import org.jspecify.annotations.NullMarked;
