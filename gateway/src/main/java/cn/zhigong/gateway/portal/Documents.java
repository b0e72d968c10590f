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

/** The machine-readable descriptions of the whole platform, merged from those of the services. */
@Singleton
class Documents {
    private final ServiceReader reader;
    private final Services services;
    private final ObjectMapper json;

    Documents(ServiceReader reader, Services services, ObjectMapper json) {
        this.reader = reader;
        this.services = services;
        this.json = json;
    }

    Page openApi(Portal.Question question) {
        var merged =
                new OpenApiMerge((ObjectNode) template("/catalogue/openapi.json")).merge(read("/openapi?format=json"));
        return page(merged, "application/vnd.oai.openapi+json;version=3.1", question);
    }

    Page asyncApi(Portal.Question question) {
        var merged = new AsyncApiMerge((ObjectNode) template("/catalogue/asyncapi.json")).merge(read("/asyncapi"));
        return page(merged, "application/vnd.aai.asyncapi+json;version=3.0.0", question);
    }

    private Map<Service, JsonNode> read(String path) {
        var addresses = new EnumMap<Service, URI>(Service.class);
        for (var service : Service.values()) {
            addresses.put(service, URI.create(services.url(service) + path));
        }
        return reader.read(addresses);
    }

    private Page page(JsonNode document, String mediaType, Portal.Question question) {
        try {
            var body = json.writeValueAsString(document);
            var tag = "\"" + Integer.toHexString(body.hashCode()) + "-" + Integer.toHexString(body.length()) + "\"";
            var status = tag.equals(question.ifNoneMatch()) ? 304 : 200;
            return Page.json(status, mediaType, status == 304 ? "" : body)
                    .with("etag", tag)
                    .with("cache-control", "no-cache")
                    .with("access-control-allow-origin", "*");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode template(String resource) {
        try (var file = Objects.requireNonNull(Documents.class.getResourceAsStream(resource))) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
