package cn.zhigong.membership.phone;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the secrets that a phone's owner gets. */
final class OneTimeCodes {

    static final String TOKEN_PREFIX = "apt_";

    private static final int CODES = 1_000_000;
    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCodes() {}

    /** Six digits, each number as likely as any other. */
    static String code() {
        return "%06d".formatted(RANDOM.nextInt(CODES));
    }

    /** 192 random bits, told from a JWT by its beginning. */
    static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
