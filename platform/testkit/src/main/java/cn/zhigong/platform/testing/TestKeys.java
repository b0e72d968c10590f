package cn.zhigong.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Field keys for tests: fixed, so that a row written by one run can be read by the next. */
final class TestKeys {

    private TestKeys() {}

    static Path file() {
        var key = Base64.getEncoder().encodeToString("an encryption key for tests only".getBytes(UTF_8));
        var index = Base64.getEncoder().encodeToString("the index key, for tests as well".getBytes(UTF_8));
        try {
            var file = Files.createTempFile("zhigong-test-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "{\"development\":true,\"current\":\"k1\",\"keys\":{\"k1\":\"%s\"},\"index\":\"%s\"}"
                            .formatted(key, index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
