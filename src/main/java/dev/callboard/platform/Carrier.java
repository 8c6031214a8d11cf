package dev.callboard.platform;

/** Carries out what leaves by the outbox. All methods may be called by many threads. */
public interface Carrier {

  /** The lower-case name that its places and people carry. */
  String platform();

  /**
   * Carries out one change to what people see. A private message goes by private routes only.
   *
   * @return what a later edit or removal of the post needs
   * @throws PlatformException when it was not carried out, with what is known of the cause
   */
  Receipt send(Dispatch dispatch) throws PlatformException;

  /** How fast one lane and one tenant may be served. */
  Pace pace();
}
