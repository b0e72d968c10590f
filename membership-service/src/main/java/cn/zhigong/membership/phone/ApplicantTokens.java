package cn.zhigong.membership.phone;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Knows applicants by the token that their confirmed phone gave them; every other token is left to the JWT check. */
@ApplicationScoped
class ApplicantTokens implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
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
        var header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        var token = header.substring(BEARER.length()).strip();
        if (!token.startsWith(OneTimeCodes.TOKEN_PREFIX)) {
            return Uni.createFrom().nullItem();
        }
        // Asks the database, so not on the event loop.
        return Uni.createFrom().item(() -> identity(token)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private SecurityIdentity identity(String token) {
        var caller = applicants.of(token).orElseThrow(AuthenticationFailedException::new);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.account()))
                .addRoles(caller.roles())
                .build();
    }
}
