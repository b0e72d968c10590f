package cn.zhigong.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, in letters that need no escaping in URLs, SQL or shell. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private Secrets() {}

    static String password() {
        return "p" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    }

    /**
     * The keys for personal data: one to encrypt with, one for the blind index. Made once; without them the data is
     * lost.
     */
    static void createKeys(Path file) {
        if (Files.exists(file)) {
            return;
        }
        var keys = Http.JSON.createObjectNode();
        keys.put("current", "k1");
        keys.putObject("keys").put("k1", key());
        keys.put("index", key());
        KeyValues.writePrivately(file, keys + "\n");
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(bytes(KEY_BYTES));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
