package cn.zhigong.platform.privacy;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The key material, read once at start from the file that {@code zhigong.keys.file} (ZHIGONG_KEYS_FILE) names:
 *
 * <pre>{"current": "k2", "keys": {"k1": "base64 of 32 bytes", "k2": "..."}, "index": "base64 of 32 bytes"}</pre>
 *
 * New fields are written with the current key, the others still read. Names are k and a number, the number being the
 * key's id in every ciphertext: never give one to another key. {@code "development": true} marks keys that production
 * refuses.
 */
@Startup
@Singleton
@UnlessBuildProperty(name = "zhigong.keys.enabled", stringValue = "false", enableIfMissing = true)
public final class Keys {
    static final int SIZE = 32;

    private final Map<Integer, byte[]> fieldKeys = new TreeMap<>();
    private final int currentId;
    private final byte[] indexKey;
    private final boolean development;

    @Inject
    Keys(KeysConfig config) {
        this(read(config));
    }

    Keys(KeyFile file) {
        if (file.keys() != null) {
            file.keys().forEach((name, key) -> fieldKeys.put(id(name), key(name, key)));
        }
        this.currentId = id(file.current());
        this.indexKey = key("index", file.index());
        this.development = file.development();
        if (!fieldKeys.containsKey(currentId)) {
            throw new IllegalStateException("The key file names a current key that it does not hold");
        }
        if (fieldKeys.values().stream().anyMatch(key -> Arrays.equals(key, indexKey))) {
            throw new IllegalStateException("The key file uses a field key as the index key; they must differ");
        }
    }

    /** Whether the file says that these keys are known to many and protect nothing. */
    public boolean isDevelopmentKey() {
        return development;
    }

    int currentId() {
        return currentId;
    }

    Map<Integer, byte[]> fieldKeys() {
        return fieldKeys;
    }

    byte[] indexKey() {
        return indexKey;
    }

    @Override
    public String toString() {
        return "Keys";
    }

    private static KeyFile read(KeysConfig config) {
        var location = config.file()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Personal data cannot be encrypted: set zhigong.keys.file (ZHIGONG_KEYS_FILE) to the key file"));
        try {
            return KeyFile.read(location);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Personal data cannot be encrypted: the key file %s of zhigong.keys.file (ZHIGONG_KEYS_FILE) cannot be read"
                            .formatted(location),
                    e);
        }
    }

    private static int id(@Nullable String name) {
        if (name == null || !name.startsWith("k") || name.length() > 9) {
            throw new IllegalStateException("A key's name is k and a number up to eight digits");
        }
        try {
            return Integer.parseUnsignedInt(name, 1, name.length(), 10);
        } catch (NumberFormatException _) {
            throw new IllegalStateException("A key's name is k and a number up to eight digits");
        }
    }

    private static byte[] key(String name, @Nullable String base64) {
        try {
            var key = base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
            if (key.length == SIZE) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // The decoder's message would quote a character of the key; the one below says enough.
        }
        throw new IllegalStateException("The key %s of the key file is not 32 bytes in base64".formatted(name));
    }
}
