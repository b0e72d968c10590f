package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import cn.zhigong.gateway.service.Services;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine-readable descriptions of the whole platform, of its operations and of its events, merged from those of
 * the services when one of them changes.
 */
@Singleton
class Documents {
    private static final String ETAG = "etag";

    private final ServiceReader reader;
    private final Services services;
    private final ObjectMapper json;
    private final Whole openApi = new Whole(
            "/openapi?format=json",
            "application/vnd.oai.openapi+json;version=3.1",
            "/catalogue/openapi.json",
            (template, inputs) -> new OpenApiMerge(template).merge(inputs));
    private final Whole asyncApi = new Whole(
            "/asyncapi",
            "application/vnd.aai.asyncapi+json;version=3.0.0",
            "/catalogue/asyncapi.json",
            (template, inputs) -> new AsyncApiMerge(template).merge(inputs));

    Documents(ServiceReader reader, Services services, ObjectMapper json) {
        this.reader = reader;
        this.services = services;
        this.json = json;
    }

    Page openApi(Portal.Question question) {
        return openApi.answer(question);
    }

    Page asyncApi(Portal.Question question) {
        return asyncApi.answer(question);
    }

    private Map<Service, JsonNode> read(String path) {
        var addresses = new EnumMap<Service, URI>(Service.class);
        for (var service : Service.values()) {
            addresses.put(service, URI.create(services.url(service) + path));
        }
        return reader.read(addresses);
    }

    private Page page(String mediaType, JsonNode document) {
        try {
            var body = json.writeValueAsString(document);
            var tag = "\"" + Integer.toHexString(body.hashCode()) + "-" + Integer.toHexString(body.length()) + "\"";
            return Page.json(200, mediaType, body)
                    .with(ETAG, tag)
                    .with("cache-control", "no-cache")
                    .with("access-control-allow-origin", "*");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode template(String resource) {
        try (var file = Objects.requireNonNull(Documents.class.getResourceAsStream(resource))) {
            return (ObjectNode) json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One document of all services, made anew when one of theirs is another. */
    private final class Whole {

        private final String path;
        private final String mediaType;
        private final String template;
        private final BiFunction<ObjectNode, Map<Service, JsonNode>, JsonNode> merge;
        private volatile @Nullable Merged latest;

        Whole(
                String path,
                String mediaType,
                String template,
                BiFunction<ObjectNode, Map<Service, JsonNode>, JsonNode> merge) {
            this.path = path;
            this.mediaType = mediaType;
            this.template = template;
            this.merge = merge;
        }

        Page answer(Portal.Question question) {
            var inputs = read(path);
            var current = latest;
            if (current == null || !current.inputs().equals(inputs)) {
                current = new Merged(inputs, page(mediaType, merge.apply(template(template), inputs)));
                latest = current;
            }
            return current.answer(question);
        }
    }

    /** A page and what it was made of. */
    private record Merged(Map<Service, JsonNode> inputs, Page page) {

        Page answer(Portal.Question question) {
            return isKnown(question.ifNoneMatch()) ? page.notModified() : page;
        }

        /** Any of a list, weak ones too, as a proxy that compresses makes them (RFC 9110, 13.1.2). */
        private boolean isKnown(@Nullable String ifNoneMatch) {
            return ifNoneMatch != null
                    && Stream.of(ifNoneMatch.split(",", -1))
                            .map(tag -> tag.strip().replaceFirst("^W/", ""))
                            .anyMatch(tag ->
                                    tag.equals("*") || tag.equals(page.headers().get(ETAG)));
        }
    }
}
