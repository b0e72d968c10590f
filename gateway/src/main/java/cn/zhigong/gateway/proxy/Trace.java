package cn.zhigong.gateway.proxy;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of a request.
 *
 * @param accepted whether it came from the client; otherwise the client's other trace headers are worthless
 */
record Trace(String traceparent, boolean accepted) {
    private static final int LENGTH = 55;

    /** The client's context when it is well-formed, else a new one. */
    static Trace of(@Nullable String traceparent) {
        if (traceparent != null && wellFormed(traceparent)) {
            return new Trace(traceparent, true);
        }
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        var id = hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
        return new Trace("00-" + id + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01", false);
    }

    String id() {
        return traceparent.substring(3, 35);
    }

    private static boolean wellFormed(String value) {
        return value.length() == LENGTH
                && value.startsWith("00-")
                && value.charAt(35) == '-'
                && value.charAt(52) == '-'
                && lowerHex(value, 3, 35)
                && lowerHex(value, 36, 52)
                && lowerHex(value, 53, LENGTH);
    }

    /** All zero is not an identifier, except for the flags. */
    private static boolean lowerHex(String value, int from, int to) {
        var zero = true;
        for (int i = from; i < to; i++) {
            var c = value.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
            zero &= c == '0';
        }
        return !zero || to - from == 2;
    }
}
