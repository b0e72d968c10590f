package cn.zhigong.platform.api.access;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Other ways to write a request that must not be taken for an operation. */
public final class Tampering {

    private static final List<String> VERBS = List.of("GET", "PUT", "POST", "PATCH", "DELETE", "TRACE", "PROPFIND");

    private Tampering() {}

    /** The path written otherwise, by what was done to it. */
    public static Map<String, String> paths(String path) {
        var last = path.lastIndexOf('/');
        var version = path.indexOf("/v1/");
        var afterVersion = version + "/v1".length();
        var written = new LinkedHashMap<String, String>();
        written.put(
                "upper case",
                path.substring(0, version) + path.substring(version).toUpperCase(Locale.ROOT));
        written.put("a slash at the end", path + "/");
        written.put("two slashes", path.substring(0, last) + "/" + path.substring(last));
        written.put("two slashes before the version", path.substring(0, version) + "/" + path.substring(version));
        written.put("a path parameter", path + ";x=1");
        written.put("a path parameter inside", path.substring(0, last) + ";x=1" + path.substring(last));
        written.put("an encoded way up", path.substring(0, afterVersion) + "/x/%2e%2e" + path.substring(afterVersion));
        written.put("a way up", path.substring(0, afterVersion) + "/x/.." + path.substring(afterVersion));
        written.put("an encoded slash", path.substring(0, last) + "%2F" + path.substring(last + 1));
        return written;
    }

    /** Verbs that a path does not have, nor another template that fits it: {@code /v1/things/me} is a thing's, too. */
    public static Set<String> undeclaredVerbs(ApiDocument document, String path) {
        var declared = document.operations().stream()
                .filter(one -> one.path().equals(path) || fits(one.path(), path))
                .map(one -> one.method().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var undeclared = new TreeSet<>(VERBS);
        undeclared.removeAll(declared);
        return undeclared;
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]+}", "[^/{]+"));
    }

    /**
     * Whether a harmless verb dressed up as this operation's can be told from it, because the path does not have it.
     */
    public static boolean canBeDisguised(ApiOperation operation) {
        return !operation.method().equals("get")
                && undeclaredVerbs(operation.document(), operation.path()).contains("GET");
    }
}
