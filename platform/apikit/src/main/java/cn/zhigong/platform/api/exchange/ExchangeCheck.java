package cn.zhigong.platform.api.exchange;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.BodyCheck;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares answers with a document: the status is documented, the media type and the headers are the promised ones, and
 * the body is what its schema describes, without a property that nobody has declared.
 */
public final class ExchangeCheck {

    /**
     * What every server may answer before it knows which operation is meant, or when it fails. They are problem
     * documents like all others.
     */
    private static final Set<Integer> OF_ANY_SERVER = Set.of(404, 405, 406, 413, 414, 431, 500, 502, 504);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    private final ApiDocument document;
    private final Routes routes;
    private final BodyCheck bodies;
    private final Set<Integer> ofAnyOperation;

    public ExchangeCheck(ApiDocument document) {
        this(document, Set.of());
    }

    /**
     * For a server with refusals of its own.
     *
     * @param beforeAnyOperation statuses that it answers before it knows which operation is meant, as problem documents
     */
    public ExchangeCheck(ApiDocument document, Set<Integer> beforeAnyOperation) {
        var all = new HashSet<>(OF_ANY_SERVER);
        all.addAll(beforeAnyOperation);
        this.ofAnyOperation = Set.copyOf(all);
        this.document = document;
        this.routes = new Routes(document);
        this.bodies = BodyCheck.closed(document);
    }

    /** The operations that exchanges are for. */
    public Routes routes() {
        return routes;
    }

    /** What the answer is that the document does not promise; empty when all is well. */
    public List<String> findings(Exchange exchange) {
        var operation = routes.operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            return ofNoOperation(exchange);
        }
        return findings(operation.get(), exchange).stream()
                .map(finding -> "%s %d %s".formatted(operation.get().id(), exchange.status(), finding))
                .toList();
    }

    private static List<String> ofNoOperation(Exchange exchange) {
        return exchange.method().equals("HEAD") || exchange.method().equals("OPTIONS") || exchange.status() >= 400
                ? List.of()
                : List.of("%s %s %d: there is no such operation"
                        .formatted(exchange.method(), exchange.path(), exchange.status()));
    }

    private List<String> findings(ApiOperation operation, Exchange exchange) {
        var status = String.valueOf(exchange.status());
        if (exchange.status() == 304) {
            return List.of();
        }
        if (!operation.statuses().contains(status)) {
            return ofAnyOperation.contains(exchange.status()) && isProblem(exchange)
                    ? List.of()
                    : List.of("is not documented");
        }
        var answer = operation.response(status);
        var findings = new ArrayList<String>();
        answer.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean()
                    && exchange.header(header.getKey()).isEmpty()) {
                findings.add("has no " + header.getKey());
            }
        });
        findings.addAll(body(operation, answer, exchange));
        return findings;
    }

    /** What answers a HEAD has no body to look at. */
    private static boolean isProblem(Exchange exchange) {
        var isHead = exchange.method().equals("HEAD") && exchange.body().isEmpty();
        return PROBLEM.equals(exchange.mediaType()) || isHead;
    }

    private List<String> body(ApiOperation operation, JsonNode answer, Exchange exchange) {
        var content = answer.path("content");
        if (content.isEmpty()) {
            return exchange.body().isEmpty() ? List.of() : List.of("has a body that is not documented");
        }
        var media = exchange.mediaType();
        if (!content.has(media)) {
            return List.of("is '%s' and not %s".formatted(media, names(content)));
        }
        if (!media.contains("json") || !content.path(media).has("schema")) {
            return List.of();
        }
        try {
            return bodies.errors(schema(operation, exchange, media), JSON.readTree(exchange.body()));
        } catch (JsonProcessingException e) {
            return List.of("is no JSON");
        }
    }

    private static List<String> names(JsonNode content) {
        var names = new ArrayList<String>();
        content.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Where the schema of an answer is; an answer that is a reference keeps it in its component. */
    private String schema(ApiOperation operation, Exchange exchange, String media) {
        var answer =
                "/paths/%s/%s/responses/%d".formatted(escaped(operation.path()), operation.method(), exchange.status());
        var reference = document.root().at(answer).path("$ref").asText();
        return (reference.isEmpty() ? answer : reference.substring(1)) + "/content/" + escaped(media) + "/schema";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
