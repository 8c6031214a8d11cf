/** What the team is asked after class: how it went. Imports chat, plan and session. */
@NullMarked
package dev.callboard.command.debrief;

import org.jspecify.annotations.NullMarked;
