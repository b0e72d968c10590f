package cn.zhigong.gateway.identity;

import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The provider's public signature keys by key id. */
record KeySet(Map<String, Entry> entries) {
    static final KeySet EMPTY = new KeySet(Map.of());

    /** A key and the algorithm it is bound to, when the provider says so. */
    record Entry(Key key, @Nullable String algorithm) {
        boolean fits(String tokenAlgorithm) {
            return algorithm == null || algorithm.equals(tokenAlgorithm);
        }
    }

    static KeySet parse(String jwks) throws JoseException {
        var entries = new HashMap<String, Entry>();
        for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
            var forSignatures = key.getUse() == null || key.getUse().equals("sig");
            if (key instanceof PublicJsonWebKey publicKey && forSignatures && key.getKeyId() != null) {
                entries.put(key.getKeyId(), new Entry(publicKey.getPublicKey(), key.getAlgorithm()));
            }
        }
        return new KeySet(Map.copyOf(entries));
    }

    @Nullable Entry find(String id) {
        return entries.get(id);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Set<String> ids() {
        return entries.keySet();
    }
}
