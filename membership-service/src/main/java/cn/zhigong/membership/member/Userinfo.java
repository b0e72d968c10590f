package cn.zhigong.membership.member;

import static cn.zhigong.membership.member.MemberProblem.IDENTITY_NOT_CONFIRMED;
import static cn.zhigong.platform.problem.CommonProblem.UNAVAILABLE;
import static io.vertx.core.Future.failedFuture;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.PersonName;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the OpenID provider who the holder of a token is; the answer is the provider's word, not the caller's. */
@Singleton
class Userinfo {

    private static final Logger LOG = Logger.getLogger(Userinfo.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Mostly less than a provider keeps an idle connection; a question on one that it just closed is asked again. */
    private static final int KEPT_SECONDS = 10;

    private static final int CONNECTIONS = 32;

    /** A person whose identity the provider has verified. */
    record Verified(IdentityDocument identity, PersonName name) {}

    private record Answer(int status, String body) {}

    private record Claims(
            @JsonProperty("identity_type") @Nullable IdentityType type,
            @JsonProperty("identity_number") @Nullable String number,
            @JsonProperty("real_name") @Nullable String name,
            @JsonProperty("nationality") @Nullable String nationality,
            @JsonProperty("birthdate") @Nullable LocalDate birthDate) {}

    private final Optional<URI> endpoint;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final HttpClient http;

    /**
     * Nobody can link a login without an endpoint.
     *
     * @param endpoint of the OpenID provider (ZHIGONG_USERINFO)
     */
    Userinfo(
            @ConfigProperty(name = "zhigong.userinfo") Optional<URI> endpoint,
            ObjectMapper json,
            InstantSource clock,
            Vertx vertx) {
        this.endpoint = endpoint;
        this.json = json;
        this.clock = clock;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()))
                        .setKeepAliveTimeout(KEPT_SECONDS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
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
        var question = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(provider.toString())
                .setTimeout(PATIENCE.toMillis())
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Accept", "application/json");
        var answer = answer(question)
                .recover(failure -> failure instanceof HttpClosedException ? answer(question) : failedFuture(failure))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return told(answer.get());
        } catch (ExecutionException e) {
            LOG.warnf(e, "The identity provider's userinfo did not answer");
            throw UNAVAILABLE.problem();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UNAVAILABLE.problem();
        }
    }

    /** Asks within one callback: between two, the answer's body would pass by unread. */
    private Future<Answer> answer(RequestOptions question) {
        return http.request(question)
                .compose(request -> request.send()
                        .compose(head -> head.body().map(body -> new Answer(head.statusCode(), body.toString(UTF_8))))
                        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(_ -> request.reset()));
    }

    private static String told(Answer answer) {
        return switch (answer.status()) {
            case 200 -> answer.body();
            // Nobody's token, such as a partner's own: asking again would change nothing.
            case 401, 403 -> throw IDENTITY_NOT_CONFIRMED.problem();
            default -> {
                LOG.warnf("The identity provider's userinfo answered with %d", answer.status());
                throw UNAVAILABLE.problem();
            }
        };
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
