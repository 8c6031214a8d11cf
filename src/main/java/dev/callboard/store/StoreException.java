package dev.callboard.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.ConnectionException;

/**
 * The database did not do what it was asked. Nothing was written, unless the kind is {@link
 * Kind#UNCERTAIN}.
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 2L;

  /** What is wrong, as far as an operator can do something about it. */
  public enum Kind {
    /** The disk is full. */
    FULL,
    /** The disk or the file is damaged, not readable or not writable. */
    BROKEN,
    /** The database cannot be reached or is going down. */
    UNREACHABLE,
    /** The connection broke while the database was told to commit: it may be written or not. */
    UNCERTAIN,
    /** Others held it for too long. */
    BUSY,
    /** The store, or the whole server, is being stopped. */
    CLOSED,
    /** It refused what it was asked, which is a mistake of Callboard's. */
    REFUSED
  }

  private final Kind kind;
  private final String operation;

  /**
   * Names what was tried and why it failed.
   *
   * @param operation such as {@code commit}
   */
  public StoreException(Kind kind, String operation, Throwable cause) {
    super(operation + ": " + kind + ": " + cause.getMessage(), cause);
    this.kind = kind;
    this.operation = operation;
  }

  /** Tells the kind from what the driver says. */
  static StoreException of(String operation, Throwable cause) {
    return cause instanceof StoreException known
        ? new StoreException(known.kind, operation, cause)
        : new StoreException(kindOf(cause), operation, cause);
  }

  static Kind kindOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException
          || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException) {
        return Kind.UNREACHABLE;
      }
      if (cause instanceof SQLException exception) {
        String state = exception.getSQLState();
        return state == null || state.isEmpty()
            ? sqlite(exception.getErrorCode())
            : standard(state);
      }
    }
    return Kind.REFUSED;
  }

  /** By SQLSTATE, whose first two characters are a class. */
  private static Kind standard(String state) {
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "08" -> Kind.UNREACHABLE;
      case "40", "55" -> Kind.BUSY;
      case "53" -> state.equals("53100") ? Kind.FULL : Kind.UNREACHABLE;
      case "57" -> state.equals("57014") ? Kind.BUSY : Kind.UNREACHABLE;
      case "58", "XX" -> Kind.BROKEN;
      default -> Kind.REFUSED;
    };
  }

  /** By SQLite's result code, whose low byte is the kind of trouble. */
  private static Kind sqlite(int code) {
    return switch (code & 0xff) {
      case 5, 6 -> Kind.BUSY; // SQLITE_BUSY, SQLITE_LOCKED
      case 13 -> Kind.FULL; // SQLITE_FULL
      case 3, 8, 10, 11, 14, 26 -> // PERM, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB
          Kind.BROKEN;
      default -> Kind.REFUSED;
    };
  }

  public Kind kind() {
    return kind;
  }

  public String operation() {
    return operation;
  }
}
