package cn.zhigong.membership.member;

import static cn.zhigong.membership.member.MemberProblem.IDENTITY_NOT_CONFIRMED;
import static cn.zhigong.platform.problem.CommonProblem.UNAVAILABLE;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.PersonName;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks the OpenID provider who the holder of a token is; the answer is the provider's word, not the caller's. */
@ApplicationScoped
class Userinfo {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A person whose identity the provider has verified. */
    record Verified(IdentityDocument identity, PersonName name) {}

    private record Claims(
            @JsonProperty("identity_type") @Nullable IdentityType type,
            @JsonProperty("identity_number") @Nullable String number,
            @JsonProperty("real_name") @Nullable String name,
            @JsonProperty("nationality") @Nullable String nationality,
            @JsonProperty("birthdate") @Nullable LocalDate birthDate) {}

    private final Optional<URI> endpoint;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * Nobody can link a login without an endpoint.
     *
     * @param endpoint of the OpenID provider (ZHIGONG_USERINFO)
     */
    Userinfo(
            @ConfigProperty(name = "zhigong.userinfo") Optional<URI> endpoint, ObjectMapper json, InstantSource clock) {
        this.endpoint = endpoint;
        this.json = json;
        this.clock = clock;
    }

    /** Who the token's holder is. Never called inside a transaction. */
    Verified of(String token) {
        var provider = endpoint.orElseThrow(UNAVAILABLE::problem);
        return verified(claims(ask(provider, token))).orElseThrow(IDENTITY_NOT_CONFIRMED::problem);
    }

    /** The same for a question that can wait: nobody when the provider does not vouch or cannot be reached. */
    Optional<Verified> ifKnown(String token) {
        try {
            return Optional.of(of(token));
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    private String ask(URI provider, String token) {
        var request = HttpRequest.newBuilder(provider)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw UNAVAILABLE.problem();
            }
            return answer.body();
        } catch (IOException e) {
            throw UNAVAILABLE.problem();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UNAVAILABLE.problem();
        }
    }

    private Claims claims(String body) {
        try {
            return json.readValue(body, Claims.class);
        } catch (JsonProcessingException e) {
            throw IDENTITY_NOT_CONFIRMED.problem();
        }
    }

    private Optional<Verified> verified(Claims claims) {
        if (claims.type() == null || claims.number() == null || claims.name() == null) {
            return Optional.empty();
        }
        var claim =
                new IdentityDocument.Claim(claims.type(), claims.number(), claims.nationality(), claims.birthDate());
        var name = PersonName.parse(claims.name()).toOptional();
        return IdentityDocument.parse(claim, ChinaTime.dayOf(clock.instant()))
                .toOptional()
                .flatMap(identity -> name.map(known -> new Verified(identity, known)));
    }
}
