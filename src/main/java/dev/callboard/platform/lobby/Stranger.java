package dev.callboard.platform.lobby;

import dev.callboard.chat.Attendee;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody played who is in no plan, so that there is somebody to ask {@code match} about. */
enum Stranger {
  /** A device that nobody told a name. */
  DEVICE("~device", "iPhone", null),
  /** Shown as platforms show telephones: most of the number hidden. */
  PHONE("~phone", "+44 •••• •••4", "+44 •••• •••4"),
  LATECOMER("~latecomer", "Robin Vale", null);

  /** Begins like no key of a person. */
  private final String connection;

  private final String shown;
  private final @Nullable String phone;

  Stranger(String connection, String shown, @Nullable String phone) {
    this.connection = connection;
    this.shown = shown;
    this.phone = phone;
  }

  static Optional<Stranger> of(String connection) {
    return Stream.of(values()).filter(one -> one.connection.equals(connection)).findFirst();
  }

  String connection() {
    return connection;
  }

  Attendee attendee() {
    return new Attendee(connection, connection, null, null, shown, null, phone);
  }
}
