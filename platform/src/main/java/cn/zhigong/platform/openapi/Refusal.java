package cn.zhigong.platform.openapi;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What the chassis itself may answer instead of an operation, and on which operations. */
enum Refusal {
    BAD_REQUEST(400, "The request cannot be read, or a parameter is unknown or invalid. 请求无法解析，或参数未知、无效。"),
    UNAUTHENTICATED(401, "A valid token is needed. 需要有效的登录凭证。"),
    FORBIDDEN(403, "The caller's role or grant does not include this. 没有执行此操作的权限。"),
    NOT_FOUND(404, "There is no such thing, or none that the caller may know of. 不存在，或不在可见范围内。"),
    CONFLICT(409, "The current state, or a request running at the same time, forbids it. 当前状态或并发请求不允许此操作。"),
    STALE_VERSION(412, "If-Match does not name the current version. If-Match 所示版本不是当前版本。"),
    BODY_TOO_LARGE(413, "The body exceeds the limit. 请求内容过大。"),
    UNSUPPORTED_MEDIA_TYPE(415, "The Content-Type is not one that this operation takes. 不支持的内容类型。"),
    INVALID_CONTENT(422, "The content breaks a rule; violations says which. 内容不符合规则，详见 violations。"),
    VERSION_REQUIRED(428, "A change must carry If-Match. 修改须带 If-Match。"),
    TOO_MANY_REQUESTS(429, "Wait as Retry-After says. 请求过于频繁，请按 Retry-After 等待。"),
    UNAVAILABLE(503, "Try again as Retry-After says. 暂不可用，请按 Retry-After 重试。");

    private final int status;
    private final String description;

    Refusal(int status, String description) {
        this.status = status;
        this.description = description;
    }

    String status() {
        return String.valueOf(status);
    }

    String description() {
        return description;
    }

    /** Whether the operation may be answered so. */
    boolean concerns(HttpMethod method, Operation operation, boolean guarded, boolean namesOne) {
        var changes = method != HttpMethod.GET && method != HttpMethod.HEAD;
        return switch (this) {
            case BAD_REQUEST, TOO_MANY_REQUESTS, UNAVAILABLE -> true;
            case UNAUTHENTICATED -> guarded;
            case FORBIDDEN -> guarded && !isOfAnybody(operation);
            case NOT_FOUND -> namesOne;
            case CONFLICT -> changes;
            case STALE_VERSION, VERSION_REQUIRED -> takesIfMatch(operation);
            case BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> operation.getRequestBody() != null;
            case INVALID_CONTENT -> operation.getRequestBody() != null || mayReuseItsKey(method, operation);
        };
    }

    private static boolean takesIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(one -> "If-Match".equals(one.getName())
                                || String.valueOf(one.getRef()).endsWith("/" + ApiDocument.IF_MATCH));
    }

    /** Any role suffices; whose grant may be too small says so itself. */
    private static boolean isOfAnybody(Operation operation) {
        return operation.getSecurity().stream()
                .flatMap(one -> one.getSchemes().values().stream())
                .anyMatch(roles -> roles.contains("**"));
    }

    /**
     * A key that was used for another request is invalid content too. Keys are kept by path, so there is no other
     * request where nothing but the path says what is wanted.
     */
    private static boolean mayReuseItsKey(HttpMethod method, Operation operation) {
        return method == HttpMethod.POST
                && operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> one.getIn() == Parameter.In.QUERY);
    }
}
