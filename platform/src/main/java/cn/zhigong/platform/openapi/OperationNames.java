package cn.zhigong.platform.openapi;

import java.util.Locale;

/**
 * Names of operations from method and path, for the methods of generated SDKs: {@code POST /v1/disputes/{id}/accept} is
 * {@code postDisputeAccept}. They change only when the path does.
 */
final class OperationNames {

    private OperationNames() {}

    static String of(String method, String path) {
        var name = new StringBuilder(method.toLowerCase(Locale.ROOT));
        var segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            var segment = segments[i];
            if (segment.isEmpty() || segment.equals("v1") || isParameter(segment)) {
                continue;
            }
            var namesOne = i + 1 < segments.length && isParameter(segments[i + 1]);
            name.append(camel(namesOne ? singular(segment) : segment));
        }
        return name.toString();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String singular(String noun) {
        if (noun.endsWith("ies")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
    }

    private static String camel(String kebab) {
        var result = new StringBuilder();
        for (var word : kebab.split("[-.]", -1)) {
            if (!word.isEmpty()) {
                result.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return result.toString();
    }
}
