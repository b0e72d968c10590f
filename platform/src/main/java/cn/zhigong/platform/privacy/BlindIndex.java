package cn.zhigong.platform.privacy;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds an encrypted value again without storing it: HMAC-SHA-256 cut to 128 bits, under a key of its own per field
 * (HKDF of the index key with the field's name), so that equal values in two fields look unrelated. Resident numbers
 * are few enough to try them all; only the key, which the database never sees, stands in the way.
 */
@Singleton
@UnlessBuildProperty(name = "zhigong.keys.enabled", stringValue = "false", enableIfMissing = true)
public final class BlindIndex {
    private static final String HMAC = "HmacSHA256";
    private static final int SIZE = 16;

    private final SecretKey indexKey;

    /**
     * Keyed and never updated: each use clones one, because Mac is not thread-safe and thread-locals suit no virtual
     * thread.
     */
    private final ConcurrentMap<String, Mac> macs = new ConcurrentHashMap<>();

    BlindIndex(Keys keys) {
        this.indexKey = new SecretKeySpec(keys.indexKey(), "HKDF-SHA256");
    }

    /**
     * The index of a value.
     *
     * @param field a constant such as {@code person.identity}: lower-case letters, digits, dots and underscores. Stored
     *     indexes depend on it.
     * @param normalised equal texts give equal indexes, so the caller normalises
     * @return 16 bytes
     */
    public byte[] of(String field, String normalised) {
        try {
            var mac = (Mac) macs.computeIfAbsent(field, this::keyed).clone();
            return Arrays.copyOf(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)), SIZE);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC-SHA-256 of this JDK cannot be cloned", e);
        }
    }

    /** The same as 32 lower-case hexadecimal digits. */
    public String hex(String field, String normalised) {
        return HexFormat.of().formatHex(of(field, normalised));
    }

    private Mac keyed(String field) {
        if (!FieldAddress.isIdentifier(field.replace('.', '_'))) {
            throw new IllegalArgumentException("Not the name of a field");
        }
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(KDF.getInstance("HKDF-SHA256").deriveKey(HMAC, derivation(field)));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 or HKDF is not available", e);
        }
    }

    private AlgorithmParameterSpec derivation(String field) {
        var info = field.getBytes(StandardCharsets.US_ASCII);
        return HKDFParameterSpec.ofExtract().addIKM(indexKey).thenExpand(info, Keys.SIZE);
    }
}
