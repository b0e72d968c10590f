package cn.zhigong.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The body of a form with a file. */
final class Multipart {

    private static final String BOUNDARY = "----bench-7d93f1c2a5e84b06";

    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart text(String name, String value) {
        begin("name=\"%s\"".formatted(name), "");
        body.writeBytes(value.getBytes(UTF_8));
        return end();
    }

    Multipart file(String name, String fileName, String type, byte[] bytes) {
        begin("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), "Content-Type: %s\r\n".formatted(type));
        body.writeBytes(bytes);
        return end();
    }

    private void begin(String disposition, String header) {
        var head = "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n".formatted(BOUNDARY, disposition, header);
        body.writeBytes(head.getBytes(UTF_8));
    }

    private Multipart end() {
        body.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return whole.toByteArray();
    }
}
