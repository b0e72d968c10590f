package cn.zhigong.platform.testing.access;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form with files in it (RFC 7578), as text.
 *
 * @param parts by their names; one that is called {@code file} is sent as a file
 */
record Form(Map<String, String> parts) {

    private static final String BOUNDARY = "kit-kit-kit";

    static final String MEDIA_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    String written() {
        return parts.entrySet().stream()
                .map(part -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                        .formatted(
                                BOUNDARY,
                                part.getKey(),
                                part.getKey().equals("file") ? "; filename=\"kit.csv\"" : "",
                                part.getValue()))
                .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
    }
}
