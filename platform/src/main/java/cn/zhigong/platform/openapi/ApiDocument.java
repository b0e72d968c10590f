package cn.zhigong.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.problem.AllowedMethods;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the API document with what the chassis does for every operation: problem answers, the bearer token or an
 * explicit mark that an operation is public, {@code Idempotency-Key} and {@code If-Match}, and operation ids.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP, priority = 1)
public class ApiDocument implements OASFilter {

    /** The extension that marks an operation which anybody may call. */
    static final String PUBLIC = "x-public";

    /** The name Quarkus gives the scheme that its security requirements refer to. */
    private static final String SCHEME = "SecurityScheme";

    /** How Quarkus describes the refusals that it adds, of which the chassis has more to say. */
    private static final Set<String> FRAMEWORKS_WORDS = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    static final String IF_MATCH = "IfMatch";

    /** All headers together may have as much (quarkus.http.limits.max-header-size). */
    static final int LONGEST_HEADER = 16_384;

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? createComponents() : document.getComponents();
        document.setComponents(components);
        describe(components);
        if (document.getPaths() == null) {
            return;
        }
        var examples = new DocumentedExamples();
        var headers = new DocumentedHeaders(components);
        document.getPaths().getPathItems().forEach((path, item) -> {
            AllowedMethods.declare(path, names(item.getOperations().keySet()));
            item.getOperations().forEach((method, operation) -> {
                complete(path, method, operation);
                openPatches(operation, components);
                examples.complete(operation);
                operation.getResponses().getAPIResponses().forEach(headers::complete);
            });
        });
        components.getSchemas().values().forEach(DocumentedSchemas::complete);
        components
                .getResponses()
                .forEach(
                        (name, answer) -> headers.complete(Refusal.valueOf(name).status(), answer));
        UnusedComponents.leaveOut(document);
    }

    private static List<String> names(Set<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).toList();
    }

    private static void describe(Components components) {
        components.addSecurityScheme(
                SCHEME,
                createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the platform's OpenID provider. 统一身份认证签发的访问令牌。"));
        components.addSchema(PROBLEM, problem());
        for (var refusal : Refusal.values()) {
            components.addResponse(
                    refusal.name(),
                    createAPIResponse().description(refusal.description()).content(problemContent()));
        }
        components.addParameter(
                IDEMPOTENCY_KEY,
                header("Idempotency-Key")
                        .description("One key per intended effect; repetitions get the first answer for 24 hours."
                                + " 每次操作一个幂等键，24 小时内重复请求得到同一答复。")
                        .schema(string().minLength(1).maxLength(255)));
        components.addParameter(
                IF_MATCH,
                header("If-Match")
                        .required(true)
                        .description("The ETag of the version that is being changed. 所修改版本的 ETag。")
                        .schema(string().maxLength(LONGEST_HEADER)));
    }

    private static Content problemContent() {
        return createContent()
                .addMediaType(
                        PROBLEM_JSON, createMediaType().schema(createSchema().ref(PROBLEM)));
    }

    private static Schema problem() {
        var violation = createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("field", string())
                .addProperty("code", string())
                .addProperty("message", string());
        return createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem document. 问题说明。")
                .addProperty("type", string())
                .addProperty("title", string())
                .addProperty(
                        "status",
                        createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", string())
                .addProperty("code", string())
                .addProperty("instance", string())
                .addProperty("traceId", string())
                .addProperty(
                        "violations",
                        createSchema().addType(Schema.SchemaType.ARRAY).items(violation))
                .addProperty("line", count("Where in the body it stopped making sense. 请求体中出错的行。"))
                .addProperty("column", count("Where in that line. 该行中出错的列。"))
                .addProperty("pointer", string().description("Which value of the body, RFC 6901. 请求体中出错的值。"))
                .addProperty("known", words("What could stand there. 可选的值。"))
                .addProperty("state", string().description("The state it is in. 当前状态。"))
                .addProperty("allowed", words("The states that can come next. 可转入的状态。"))
                .addProperty("retryAfterSeconds", count("What Retry-After says. 同 Retry-After。"))
                .required(List.of("type", "title", "status", "code"))
                // The facts of an occurrence are members too.
                .additionalPropertiesSchema(createSchema());
    }

    private static Schema count(String description) {
        return createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.ZERO)
                .description(description);
    }

    private static Schema words(String description) {
        return createSchema().addType(Schema.SchemaType.ARRAY).items(string()).description(description);
    }

    private static Schema string() {
        return createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Parameter header(String name) {
        return createParameter().name(name).in(Parameter.In.HEADER);
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(OperationNames.of(method.name(), path));
        }
        var guarded =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        if (!guarded) {
            operation.setSecurity(new ArrayList<>());
            operation.addExtension(PUBLIC, true);
        }
        addHeaders(method, operation);
        var responses = operation.getResponses() == null ? createAPIResponses() : operation.getResponses();
        operation.setResponses(responses);
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(DocumentedParameters::complete);
        }
        for (var refusal : Refusal.values()) {
            var answer = responses.getAPIResponse(refusal.status());
            var isFrameworks = answer != null && FRAMEWORKS_WORDS.contains(String.valueOf(answer.getDescription()));
            if (refusal.concerns(method, operation, guarded, path.contains("{"))) {
                if (answer == null || isFrameworks) {
                    responses.addAPIResponse(
                            refusal.status(), createAPIResponse().ref(refusal.name()));
                }
            } else if (isFrameworks) {
                responses.removeAPIResponse(refusal.status());
            }
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.matches("[45]..") && response.getRef() == null) {
                response.setContent(problemContent());
            }
        });
    }

    private static void openPatches(Operation operation, Components components) {
        var patch = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
        if (patch != null && patch.getSchema() != null && patch.getSchema().getRef() != null) {
            var whole = components
                    .getSchemas()
                    .get(DocumentedSchemas.name(patch.getSchema().getRef()));
            patch.setSchema(DocumentedSchemas.asPatch(Objects.requireNonNull(whole)));
        }
    }

    private static void addHeaders(HttpMethod method, Operation operation) {
        if (method == HttpMethod.POST) {
            operation.addParameter(createParameter().ref(IDEMPOTENCY_KEY));
        }
        if (method == HttpMethod.PATCH) {
            var others = operation.getParameters() == null
                    ? List.<Parameter>of()
                    : operation.getParameters().stream()
                            .filter(one -> !"If-Match".equals(one.getName()))
                            .toList();
            operation.setParameters(new ArrayList<>(others));
            operation.addParameter(createParameter().ref(IF_MATCH));
        }
    }
}
