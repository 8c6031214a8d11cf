package dev.callboard.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A key as the Bot Connector has them, and tokens signed with it by nothing but the JDK, so that
 * they do not share a mistake with the library that checks them.
 */
public final class FakeTeamsKeys {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String id;
  private final List<String> endorsements;
  private final KeyPair pair;

  /**
   * @param endorsements the channels the key may speak for, such as {@code msteams}
   */
  public FakeTeamsKeys(String id, List<String> endorsements) {
    this.id = id;
    this.endorsements = List.copyOf(endorsements);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public RSAPublicKey publicKey() {
    return (RSAPublicKey) pair.getPublic();
  }

  /** The public half, as it stands in a key set. */
  public ObjectNode jwk() {
    ObjectNode jwk = JSON.createObjectNode();
    jwk.put("kty", "RSA").put("use", "sig").put("kid", id).put("x5t", id);
    jwk.put("n", unsigned(publicKey().getModulus()));
    jwk.put("e", unsigned(publicKey().getPublicExponent()));
    endorsements.forEach(jwk.withArray("endorsements")::add);
    return jwk;
  }

  /** A token with these claims and the header the Bot Connector writes. */
  public String sign(ObjectNode claims) {
    ObjectNode header = JSON.createObjectNode();
    return sign(header.put("typ", "JWT").put("alg", "RS256").put("kid", id).put("x5t", id), claims);
  }

  /** A token with these claims under any header, signed with RS256 whatever the header says. */
  public String sign(ObjectNode header, ObjectNode claims) {
    String signed = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(ObjectNode json) {
    return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
