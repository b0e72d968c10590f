package cn.zhigong.gateway.problem;

/** Everything the gateway itself refuses; texts and status are in the catalogue. */
public enum GatewayProblem {
    MALFORMED_REQUEST,
    UNSAFE_PATH,
    PERSONAL_DATA_IN_URL,
    TOKEN_INVALID,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    BODY_TOO_LARGE,
    URI_TOO_LONG,
    HEADERS_TOO_LARGE,
    TOO_MANY_REQUESTS,
    TOO_MANY_UPLOADS,
    INTERNAL_ERROR,
    BAD_GATEWAY,
    SERVICE_UNAVAILABLE,
    IDENTITY_UNAVAILABLE,
    GATEWAY_TIMEOUT
}
