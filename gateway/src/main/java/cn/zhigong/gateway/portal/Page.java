package cn.zhigong.gateway.portal;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the portal, ready to be written. */
public record Page(int status, Map<String, String> headers, Buffer body) {
    private static final String HTML_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    static Page json(int status, String mediaType, String body) {
        return new Page(status, Map.of("content-type", mediaType), Buffer.buffer(body));
    }

    /** A page for people, in {@code language}; it needs no script and nothing from elsewhere. */
    static Page html(int status, String language, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "text/html; charset=utf-8");
        headers.put("content-language", language);
        headers.put("content-security-policy", HTML_POLICY);
        headers.put("referrer-policy", "no-referrer");
        headers.put("x-frame-options", "DENY");
        headers.put("vary", "Accept, Accept-Language");
        return new Page(status, Map.copyOf(headers), Buffer.buffer(body));
    }

    /** The same page for a client that has it already. */
    Page notModified() {
        return new Page(304, headers, Buffer.buffer());
    }

    Page with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Page(status, Map.copyOf(more), body);
    }
}
