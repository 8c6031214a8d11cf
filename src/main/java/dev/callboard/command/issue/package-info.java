/** Commands about technical troubles: what is wrong, with whom, and what became of it. */
@NullMarked
package dev.callboard.command.issue;

import org.jspecify.annotations.NullMarked;
