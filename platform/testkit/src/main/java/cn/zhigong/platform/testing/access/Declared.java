package cn.zhigong.platform.testing.access;

import cn.zhigong.platform.api.ApiDocument;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Where operations are declared. */
public final class Declared {

    private Declared() {}

    /** The committed document, which a change of roles must pass through. */
    public static ApiDocument committed() {
        try {
            return new ApiDocument(new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("api", "openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no committed document", e);
        }
    }

    /** What is served, for a module that commits none. */
    public static ApiDocument served() {
        return ApiDocument.of(RestAssured.get("/openapi?format=json").asString());
    }
}
