package cn.zhigong.gateway.stage;

/** What the services of the stage say about themselves. */
final class Descriptions {
    private Descriptions() {}

    /** Both use {@code Page} alike and {@code Notice} differently; {@code Notices} differs only through it. */
    static String openApi(String service) {
        return """
            {"openapi": "3.1.0", "info": {"title": "%1$s", "version": "1"},
             "tags": [{"name": "Notices", "description": "of %1$s"}],
             "paths": {
               "/v1/notices": {"get": {"operationId": "listNotices", "tags": ["Notices"], "security": [{"SecurityScheme": ["%1$s:notices:read"]}],
                 "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Notices"}}}}}}},
               "/internal": {"get": {"responses": {"200": {"description": "hidden"}}}}},
             "components": {
               "securitySchemes": {"SecurityScheme": {"type": "http", "scheme": "bearer"}},
               "schemas": {
                 "Page": {"type": "object"},
                 "Notices": {"type": "array", "items": {"$ref": "#/components/schemas/Notice"}},
                 "Notice": {"type": "object", "properties": {"%1$s": {"type": "string"}}}}}}
            """.formatted(service);
    }

    static String problems(String service) {
        return """
            {"problems": [{"code": "%2$s_CLOSED", "slug": "%1$s-closed", "status": 409, "retryable": false,
              "title": {"zh": "已关闭 <b>", "en": "Closed <b>"}, "meaning": {"zh": "m", "en": "m"}, "remedy": {"zh": "r", "en": "r"}}]}
            """.formatted(service, service.toUpperCase(java.util.Locale.ROOT));
    }
}
