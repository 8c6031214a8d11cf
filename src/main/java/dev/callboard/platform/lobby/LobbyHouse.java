package dev.callboard.platform.lobby;

import dev.callboard.platform.Bell;
import dev.callboard.platform.Vocabulary;
import java.time.InstantSource;

/**
 * What the lobby's pages are made from.
 *
 * @param history how many entries of a place a page is shown at first
 */
record LobbyHouse(
    Guests guests,
    LobbyBook book,
    NowPanel panel,
    Meetings meetings,
    Vocabulary words,
    Bell bell,
    InstantSource clock,
    int history) {}
