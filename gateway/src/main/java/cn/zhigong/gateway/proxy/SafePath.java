package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

/**
 * Accepts only request targets in normal form, so that gateway and service can never disagree on what a path means:
 * what is not in normal form is refused, nothing is repaired.
 */
final class SafePath {
    private SafePath() {}

    /** Why the target is refused, or nothing when it is fine. */
    static @Nullable GatewayProblem refusal(String target) {
        if (target.isEmpty() || target.charAt(0) != '/') {
            return GatewayProblem.UNSAFE_PATH; // absolute and asterisk form are for other kinds of proxies
        }
        var query = target.indexOf('?');
        var end = query < 0 ? target.length() : query;
        if (!normal(target, end)) {
            return GatewayProblem.UNSAFE_PATH;
        }
        for (int i = end; i < target.length(); i++) {
            var c = target.charAt(i);
            if (!visible(c) || (c == '%' && encoded(target, i, target.length()) < 0)) {
                return GatewayProblem.UNSAFE_PATH;
            }
        }
        return IdentityNumbers.inTarget(target) ? GatewayProblem.PERSONAL_DATA_IN_URL : null;
    }

    private static boolean normal(String target, int end) {
        for (int i = 0; i < end; i++) {
            var c = target.charAt(i);
            if (!visible(c) || c == ';' || c == '\\' || c == '#') {
                return false;
            }
            if (c == '/' && i + 1 < end && (target.charAt(i + 1) == '/' || dotSegment(target, i + 1, end))) {
                return false;
            }
            if (c == '%' && !needsEncoding(target, i, end)) {
                return false;
            }
        }
        return true;
    }

    private static boolean visible(char c) {
        return c > ' ' && c < 0x7f;
    }

    private static boolean dotSegment(String target, int start, int end) {
        var next = target.indexOf('/', start);
        var length = (next < 0 || next > end ? end : next) - start;
        return target.charAt(start) == '.' && (length == 1 || (length == 2 && target.charAt(start + 1) == '.'));
    }

    /** An encoded character is fine unless it has a plain form, a meaning in paths, or encodes an encoding. */
    private static boolean needsEncoding(String target, int i, int end) {
        var value = encoded(target, i, end);
        if (value < 0) {
            return false;
        }
        var c = (char) value;
        var unreserved =
                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
        return !unreserved && c >= ' ' && c != 0x7f && "/\\;%".indexOf(c) < 0;
    }

    /** The byte behind a percent sign, or -1 when there are not two hexadecimal digits. */
    private static int encoded(String target, int i, int end) {
        if (i + 2 >= end) {
            return -1;
        }
        var high = Character.digit(target.charAt(i + 1), 16);
        var low = Character.digit(target.charAt(i + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
