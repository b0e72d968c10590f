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

    /** Each says its own notices and reads one fact of membership's; rights, which is down, is read by all. */
    static String asyncApi(String service) {
        return """
            {"asyncapi": "3.0.0", "info": {"title": "%1$s", "version": "1", "x-service": "%1$s"},
             "channels": {
               "%1$s.notice.v1": {"address": "zhigong.%1$s.notice.v1", "description": "Every event", "messages": {
                 "notice-given.v1": {"payload": {"type": "object", "properties": {"whole": {"type": "string"}}}}}},
               %2$s
               "rights.dispute.v1": {"address": "zhigong.rights.dispute.v1", "description": "Of rights", "messages": {
                 "dispute-%1$s.v1": {"payload": {"type": "object"}}}}},
             "operations": {
               "sendNotice": {"action": "send", "channel": {"$ref": "#/channels/%1$s.notice.v1"}},
               "receiveNotice": {"action": "receive", "channel": {"$ref": "#/channels/membership.notice.v1"},
                 "messages": [{"$ref": "#/channels/membership.notice.v1/messages/notice-given.v1"}]}},
             "components": {"messageTraits": {"cloudEvent": {"headers": {"type": "object"}}}}}
            """.formatted(service, service.equals("membership") ? "" : """
               "membership.notice.v1": {"address": "zhigong.membership.notice.v1", "description": "Of membership",
                 "messages": {"notice-given.v1": {"payload": {"type": "object"}},
                   "notice-lost.v1": {"payload": {"type": "object"}}}},
               """);
    }

    static String problems(String service) {
        return """
            {"problems": [{"code": "%2$s_CLOSED", "slug": "%1$s-closed", "status": 409, "retryable": false,
              "title": {"zh": "已关闭 <b>", "en": "Closed <b>"}, "meaning": {"zh": "m", "en": "m"}, "remedy": {"zh": "r", "en": "r"}}]}
            """.formatted(service, service.toUpperCase(java.util.Locale.ROOT));
    }
}
