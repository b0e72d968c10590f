package cn.zhigong.platform.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key file as it is written; meaning and checks are in {@link Keys}. */
record KeyFile(
        @Nullable String current,
        @Nullable Map<String, String> keys,
        @Nullable String index,
        boolean development) {
    private static final String CLASSPATH = "classpath:";
    private static final ObjectMapper JSON =
            new ObjectMapper(new JsonFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static KeyFile read(String location) throws IOException {
        try {
            return JSON.readValue(bytes(location), KeyFile.class);
        } catch (JacksonException e) {
            // The parser's own message and source would quote the keys.
            var at = e.getLocation();
            throw new IOException("malformed JSON at line %d".formatted(at == null ? 0 : at.getLineNr()));
        }
    }

    private static byte[] bytes(String location) throws IOException {
        if (!location.startsWith(CLASSPATH)) {
            return Files.readAllBytes(Path.of(location));
        }
        var name = location.substring(CLASSPATH.length());
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new FileNotFoundException("no such resource");
            }
            return file.readAllBytes();
        }
    }

    @Override
    public String toString() {
        return "KeyFile";
    }
}
