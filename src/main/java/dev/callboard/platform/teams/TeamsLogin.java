package dev.callboard.platform.teams;

import com.auth0.jwk.Jwk;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;

/**
 * The check of the token by which the Teams client says who sits before a tab. It is believed when
 * Entra issued it for this app, in an organisation that is served, to the Teams client, on behalf
 * of a person; is in time; and is signed with a key of that issuer's. Thread-safe.
 */
final class TeamsLogin {

  /** What the app lets the Teams client ask for, see the README. */
  static final String SCOPE = "access_as_user";

  /** Teams in the browser; and on desktops and phones. */
  static final Set<String> CLIENTS =
      Set.of("5e3ce6c0-2b1f-4285-8d4b-75ee78787346", "1fec8e78-bce4-4aaf-ab1b-5451cc387264");

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final TeamsSettings settings;
  private final TeamsKeys keys;
  private final InstantSource clock;

  TeamsLogin(TeamsSettings settings, OkHttpClient http, InstantSource clock) {
    this.settings = settings;
    this.keys = new TeamsKeys(openid(settings.loginUrl()), http, clock);
    this.clock = clock;
  }

  /** Where the keys of all organisations are named. */
  private static URI openid(URI login) {
    return login.resolve("common/v2.0/.well-known/openid-configuration");
  }

  /**
   * Somebody of an organisation.
   *
   * @param objectId the directory's id of them
   * @param name for people to read; proves nothing
   */
  record Proven(String tenant, String objectId, String name) {}

  Proven check(String sent) throws TeamsRefusal {
    DecodedJWT token = TeamsJwt.read(sent);
    String tenant = guid(token, "tid");
    String issuer = settings.loginUrl().resolve(tenant + "/v2.0").toString();
    TeamsJwt.check(token, issuer, settings.appId(), clock.instant());
    String person = guid(token, "oid");
    if (!Arrays.asList(text(token, "scp").split(" ")).contains(SCOPE)) {
      throw TeamsRefusal.unproven("scp: not a person's (expected: " + SCOPE + ")");
    }
    if (!CLIENTS.contains(text(token, "azp"))) {
      throw TeamsRefusal.unproven(
          "azp: " + TeamsJwt.brief(text(token, "azp")) + " (expected: the Teams client)");
    }
    if (!settings.serves(tenant)) {
      throw TeamsRefusal.forbidden("tid: " + tenant + " (expected: an allowed one)");
    }
    Jwk key = TeamsJwt.key(token, keys);
    if (!speaksFor(key, tenant, issuer)) {
      throw TeamsRefusal.unproven("kid: another issuer's (expected: " + issuer + ")");
    }
    TeamsJwt.verify(token, key, clock);
    return new Proven(tenant, person, text(token, "name"));
  }

  /** Keys of private accounts stand in the same set, and must not sign for an organisation. */
  private static boolean speaksFor(Jwk key, String tenant, String issuer) {
    Object named = key.getAdditionalAttributes().get("issuer");
    return named == null || named.toString().replace("{tenantid}", tenant).equals(issuer);
  }

  private static String guid(DecodedJWT token, String claim) throws TeamsRefusal {
    String value = text(token, claim).toLowerCase(Locale.ROOT);
    if (!GUID.matcher(value).matches()) {
      throw TeamsRefusal.unproven(
          claim + ": " + TeamsJwt.brief(value) + " (expected: an id of the directory)");
    }
    return value;
  }

  private static String text(DecodedJWT token, String claim) {
    return Objects.toString(token.getClaim(claim).asString(), "");
  }
}
