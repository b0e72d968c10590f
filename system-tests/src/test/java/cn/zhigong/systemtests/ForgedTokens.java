package cn.zhigong.systemtests;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Changes to a token that was good, each of which must make it worthless. */
final class ForgedTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String head;
    private final String body;
    private final String signature;
    private final PublicKey providersKey;

    /**
     * Forgeries of one token.
     *
     * @param keys address of the identity provider's public keys
     */
    ForgedTokens(String token, String keys) throws Exception {
        var parts = token.split("\\.", 3);
        head = decoded(parts[0]);
        body = decoded(parts[1]);
        signature = parts[2];
        var id = JsonUtil.parseJson(head).get("kid");
        providersKey = (PublicKey) new HttpsJwks(keys)
                .getJsonWebKeys().stream()
                        .filter(key -> key.getKeyId().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
    }

    /** By what was done to it. */
    Map<String, String> all() throws JoseException {
        var forged = new LinkedHashMap<String, String>();
        var admin = body.replace("\"member\"", "\"admin\"");
        forged.put("another role under the old signature", join(head, admin) + "." + signature);
        forged.put("alg none", join(header("none"), body) + ".");
        forged.put("alg None", join(header("None"), body) + ".");
        forged.put("no signature", join(head, body) + ".");
        forged.put("signed with the public key as a secret", signedWithPublicKey());
        forged.put("signed with a key of our own", signedWithOwnKey(false));
        forged.put("bringing its own key along", signedWithOwnKey(true));
        forged.put("expired, under the old signature", join(head, expired()) + "." + signature);
        forged.put("no token at all", "x.y.z");
        forged.put(
                "a huge key id",
                join(head.replaceFirst("\"kid\"\\s*:\\s*\"", "$0" + "../".repeat(1000)), body) + ".eA");
        return forged;
    }

    private String signedWithPublicKey() throws JoseException {
        var jws = jws();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setKey(new HmacKey(providersKey.getEncoded()));
        return jws.getCompactSerialization();
    }

    private String signedWithOwnKey(boolean bringAlong) throws JoseException {
        var key = RsaJwkGenerator.generateJwk(2048);
        var jws = jws();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKey(key.getPrivateKey());
        if (bringAlong) {
            jws.setJwkHeader(key);
        }
        return jws.getCompactSerialization();
    }

    private JsonWebSignature jws() throws JoseException {
        var jws = new JsonWebSignature();
        jws.setPayload(body);
        jws.setKeyIdHeaderValue(String.valueOf(JsonUtil.parseJson(head).get("kid")));
        jws.setHeader("typ", "JWT");
        return jws;
    }

    private String header(String algorithm) throws JoseException {
        var values = new LinkedHashMap<>(JsonUtil.parseJson(head));
        values.put("alg", algorithm);
        return JsonUtil.toJson(values);
    }

    private String expired() throws JoseException {
        var values = new LinkedHashMap<>(JsonUtil.parseJson(body));
        values.put("exp", 1_700_000_000L);
        return JsonUtil.toJson(values);
    }

    private static String join(String head, String body) {
        return encoded(head) + "." + encoded(body);
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
