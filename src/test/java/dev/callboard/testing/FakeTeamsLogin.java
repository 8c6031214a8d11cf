package dev.callboard.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Entra, as far as tabs need it: a key set, and tokens of people signed with its keys. */
public final class FakeTeamsLogin {

  /** The directory's ids of the people of {@link FakeTeams}. */
  public static final String FAY = "aaaaaaaa-0000-4000-8000-00000000000f";

  public static final String LEA = "aaaaaaaa-0000-4000-8000-00000000000e";
  public static final String GUS = "aaaaaaaa-0000-4000-8000-00000000000d";

  /** Teams in a browser. */
  public static final String CLIENT = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final FakeTeamsKeys KEY = new FakeTeamsKeys("entra-1", List.of());
  private static final FakeTeamsKeys PRIVATE = new FakeTeamsKeys("entra-private", List.of());

  private final String url;
  private final InstantSource clock;

  /**
   * Makes one.
   *
   * @param url where it is, ending in a slash
   */
  FakeTeamsLogin(String url, InstantSource clock) {
    this.url = url;
    this.clock = clock;
  }

  /** Signs for organisations. */
  public FakeTeamsKeys key() {
    return KEY;
  }

  /** Signs for private accounts alone, though it stands in the same key set. */
  public FakeTeamsKeys privateKey() {
    return PRIVATE;
  }

  /** What a token of now says of somebody. */
  public ObjectNode claims(String objectId) {
    long now = clock.instant().getEpochSecond();
    return JSON.createObjectNode()
        .put("iss", url + FakeTeams.TENANT + "/v2.0")
        .put("aud", FakeTeams.APP_ID)
        .put("tid", FakeTeams.TENANT)
        .put("oid", objectId)
        .put("azp", CLIENT)
        .put("scp", "access_as_user")
        .put("name", "Somebody")
        .put("preferred_username", "fay@example.com")
        .put("ver", "2.0")
        .put("iat", now)
        .put("nbf", now)
        .put("exp", now + Duration.ofHours(1).toSeconds());
  }

  /** A sound token. */
  public String token(String objectId) {
    return KEY.sign(claims(objectId));
  }

  ObjectNode keySet() {
    ObjectNode set = JSON.createObjectNode();
    set.putArray("keys")
        .add(KEY.jwk().put("issuer", url + "{tenantid}/v2.0"))
        .add(PRIVATE.jwk().put("issuer", url + "9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"));
    return set;
  }
}
