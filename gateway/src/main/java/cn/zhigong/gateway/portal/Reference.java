package cn.zhigong.gateway.portal;

import io.quarkus.qute.Engine;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The API reference for people: Swagger UI from its Maven artifact, served from our own origin under a strict policy.
 */
@Singleton
class Reference {
    static final String ASSETS = "/docs/assets/";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_PROPERTIES = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The files we serve, with their media types; nothing else of the artifact is reachable. */
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png",
            "start.js", "text/javascript; charset=utf-8",
            "page.css", "text/css; charset=utf-8");

    private final Map<String, Buffer> plain = new ConcurrentHashMap<>();
    private final Map<String, Buffer> zipped = new ConcurrentHashMap<>();
    private final Engine templates;
    private final String version;

    Reference(Engine templates) {
        this.templates = templates;
        this.version = version();
    }

    /** Where a file of ours is found. */
    String address(String file) {
        return ASSETS + version + "/" + file;
    }

    Page page() {
        var template = Objects.requireNonNull(templates.getTemplate("docs.html"));
        return Page.html(200, "zh-CN", template.data("assets", ASSETS + version).render())
                .with("content-security-policy", POLICY);
    }

    /** A file below {@code /docs/assets/{version}/}; it never changes under its address. */
    @Nullable Page asset(String path, boolean gzip) {
        var start = ASSETS + version + "/";
        var name = path.startsWith(start) ? path.substring(start.length()) : "";
        var type = FILES.get(name);
        if (type == null) {
            return null;
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", type);
        headers.put("cache-control", "public, max-age=31536000, immutable");
        headers.put("vary", "Accept-Encoding");
        var content = plain.computeIfAbsent(name, this::load);
        if (gzip) {
            headers.put("content-encoding", "gzip");
            content = zipped.computeIfAbsent(name, file -> zip(load(file)));
        }
        return new Page(200, Map.copyOf(headers), content);
    }

    private Buffer load(String name) {
        var own = Reference.class.getResourceAsStream("/assets/" + name);
        try (var file = Objects.requireNonNull(
                own == null ? Reference.class.getResourceAsStream(WEBJAR + version + "/" + name) : own, name)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer zip(Buffer content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static String version() {
        var properties = new Properties();
        try (var file = Objects.requireNonNull(Reference.class.getResourceAsStream(WEBJAR_PROPERTIES))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"));
    }
}
