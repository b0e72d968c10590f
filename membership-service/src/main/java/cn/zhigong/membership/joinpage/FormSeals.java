package cn.zhigong.membership.joinpage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.zhigong.platform.privacy.BlindIndex;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Proves that a form was made for the browser that sends it: a token over the page's code, its time and a random cookie
 * that other sites can neither read nor have sent along.
 */
@Singleton
final class FormSeals {

    /** Nobody needs longer for these few fields; what was typed stays when it has passed. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final int RANDOM_BYTES = 16;
    private static final int RADIX = 36;
    private static final int PARTS = 3;

    private final SecureRandom random = new SecureRandom();
    private final BlindIndex keyed;
    private final InstantSource clock;

    FormSeals(BlindIndex keyed, InstantSource clock) {
        this.keyed = keyed;
        this.clock = clock;
    }

    /** A value for the cookie of a browser that has none. */
    String browser() {
        return randomText();
    }

    private String randomText() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token for a form of a code's page, another one each time the form is shown. */
    String token(String browser, String code) {
        return sealed(browser, code, clock.instant().plus(LIFE).getEpochSecond(), randomText());
    }

    /** For how many seconds the form of a good token has been before its visitor. */
    int secondsShown(String token) {
        var until = Long.parseLong(token.substring(0, token.indexOf('.')), RADIX);
        var left = Duration.between(clock.instant(), Instant.ofEpochSecond(until));
        return Math.toIntExact(Math.max(0, LIFE.minus(left).toSeconds()));
    }

    boolean isGood(String token, String browser, String code) {
        var parts = token.split("\\.", -1);
        if (parts.length != PARTS || browser.isEmpty()) {
            return false;
        }
        try {
            var until = Long.parseLong(parts[0], RADIX);
            var right = sealed(browser, code, until, parts[1]);
            return MessageDigest.isEqual(token.getBytes(US_ASCII), right.getBytes(US_ASCII))
                    && clock.instant().isBefore(Instant.ofEpochSecond(until));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private String sealed(String browser, String code, long until, String once) {
        var shown = Long.toString(until, RADIX) + "." + once;
        return shown + "." + keyed.hex("join_page.form", String.join("|", browser, code, shown));
    }
}
