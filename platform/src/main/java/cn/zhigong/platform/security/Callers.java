package cn.zhigong.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives features the caller as a value, so that no rule ever sees a token. */
class Callers {

    @Produces
    @RequestScoped
    CurrentCaller current(SecurityIdentity identity) {
        return new CurrentCaller(of(identity));
    }

    private static Caller of(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return Caller.NOBODY;
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            var client = token.<String>claim("azp").orElse("");
            return new Caller(account(token), client, identity.getRoles());
        }
        return new Caller(identity.getPrincipal().getName(), "", identity.getRoles());
    }

    private static String account(JsonWebToken token) {
        var subject = token.getSubject();
        return subject == null ? "" : subject;
    }
}
