package cn.zhigong.local;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, in letters that need no escaping in URLs, SQL or shell. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    private Secrets() {}

    static String password() {
        return "p" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
