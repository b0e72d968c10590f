package cn.zhigong.platform.security;

import java.util.Set;

/**
 * Who makes this request, as their verified token says.
 *
 * @param account the token's subject: the key of grants; empty for nobody
 * @param client the application or partner system the token was given to
 * @param roles realm roles, and the scopes of a partner system
 */
public record Caller(String account, String client, Set<String> roles) {

    /** A request without a token. */
    public static final Caller NOBODY = new Caller("", "", Set.of());

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isKnown() {
        return !account.isEmpty();
    }
}
