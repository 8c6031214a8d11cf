/**
 * The vocabulary that all rooms share: messages and what they are made of, people, places, and who
 * may read what. Records without behaviour; imports nothing of the house.
 *
 * <p>{@link dev.callboard.chat.Inbound} comes from a platform, {@link dev.callboard.chat.Reply}
 * goes back to the caller alone, {@link dev.callboard.chat.Outgoing} is what others see.
 */
@NullMarked
package dev.callboard.chat;

import org.jspecify.annotations.NullMarked;
