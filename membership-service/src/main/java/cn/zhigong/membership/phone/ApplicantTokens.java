package cn.zhigong.membership.phone;

import static java.util.Objects.requireNonNull;

import cn.zhigong.platform.security.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows applicants by the token that their confirmed phone gave them; every other token is left to the JWT check. */
@Singleton
class ApplicantTokens implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String PAGES = "/j/";
    private static final int BEFORE_JWT = DEFAULT_PRIORITY + 500;

    private final Applicants applicants;

    ApplicantTokens(Applicants applicants) {
        this.applicants = applicants;
    }

    @Override
    public int getPriority() {
        return BEFORE_JWT;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var bearer = bearer(request);
        var cookie = bearer == null ? cookie(request) : null;
        if (bearer == null && cookie == null) {
            return Uni.createFrom().nullItem();
        }
        // Asks the database, so not on the event loop.
        return Uni.createFrom()
                .item(() -> bearer == null ? known(requireNonNull(cookie)) : required(bearer))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private static @Nullable String bearer(RoutingContext request) {
        var header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var token = header.substring(BEARER.length()).strip();
        return token.startsWith(OneTimeCodes.TOKEN_PREFIX) ? token : null;
    }

    /** The join page has nothing but cookies; its forms are sealed against being sent by other sites. */
    private static @Nullable String cookie(RoutingContext request) {
        var cookie = request.request().getCookie(Applicants.COOKIE);
        return cookie == null || !request.normalizedPath().startsWith(PAGES) ? null : cookie.getValue();
    }

    private SecurityIdentity required(String token) {
        return applicants.of(token).map(ApplicantTokens::identity).orElseThrow(AuthenticationFailedException::new);
    }

    /** Nobody, when the right is over: the page then begins anew. */
    private @Nullable SecurityIdentity known(String token) {
        return applicants.of(token).map(ApplicantTokens::identity).orElse(null);
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.account()))
                .addRoles(caller.roles())
                .build();
    }
}
