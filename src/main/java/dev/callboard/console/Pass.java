package dev.callboard.console;

import dev.callboard.chat.Person;
import java.time.Instant;

/**
 * That a browser is somebody's. What they may see is asked of the plan at every request, so who
 * leaves a team sees nothing more at once.
 *
 * @param person the account that asked for the link
 * @param until when it ends
 */
public record Pass(Person person, Instant until) {}
