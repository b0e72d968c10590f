package cn.zhigong.gateway.identity;

/** What became of a token. */
public sealed interface TokenVerdict {
    /** Genuine, ours and in time; {@code expiresAt} in epoch seconds. */
    record Accepted(Caller caller, long expiresAt) implements TokenVerdict {}

    /** Not to be trusted. */
    record Refused(Reason reason) implements TokenVerdict {}

    /** There are no keys to judge it with: the provider has not answered since the start. */
    record NoKeys() implements TokenVerdict {}

    /** Why a token is refused; the description is what RFC 6750 calls {@code error_description}. */
    enum Reason {
        MALFORMED("The token is not a signed JWT"),
        ALGORITHM("The signature algorithm is not accepted"),
        HEADER("The token's header names keys or extensions, which is not accepted"),
        UNKNOWN_KEY("The token's key is not known"),
        SIGNATURE("The signature does not match"),
        ISSUER("The token was issued by someone else"),
        AUDIENCE("The token was issued for someone else"),
        TYPE("This is not an access token"),
        SUBJECT("The token names no subject"),
        LIFETIME("The token must state when it was issued and expire within 24 hours of it"),
        NOT_YET_VALID("The token is not valid yet"),
        EXPIRED("The token has expired");

        private final String description;

        Reason(String description) {
            this.description = description;
        }

        /** Whether the provider signed the token for us: it was good once, and nobody made it up. */
        public boolean genuine() {
            return this == EXPIRED;
        }

        /** Whether the same token may be accepted soon without having changed. */
        boolean passing() {
            return this == NOT_YET_VALID || this == UNKNOWN_KEY;
        }

        /** For a developer who looks at {@code WWW-Authenticate}. */
        public String description() {
            return description;
        }
    }
}
