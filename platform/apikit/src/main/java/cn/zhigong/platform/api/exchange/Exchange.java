package cn.zhigong.platform.api.exchange;

import java.util.Map;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param method in upper case
 * @param path without the query
 * @param headers of the answer; names in any case
 * @param body of the answer, empty when there is none
 */
public record Exchange(String method, String path, int status, Map<String, String> headers, String body) {

    /** The value of a header of the answer. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The media type of the answer without its parameters, empty when it says none. */
    String mediaType() {
        return header("Content-Type")
                .map(type -> type.replaceFirst("\\s*;.*", ""))
                .orElse("");
    }
}
