package cn.zhigong.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.gateway.identity.TokenVerdict.Accepted;
import cn.zhigong.gateway.identity.TokenVerdict.NoKeys;
import cn.zhigong.gateway.stage.Issuer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of remembered tokens and keys over time; the clock stands still until it is moved. */
class TokensTest {
    private final Issuer issuer = new Issuer();
    private HttpServer provider = open();
    private String keys = issuer.keys();
    private int status = 200;
    private Instant now = Instant.now();
    private Tokens tokens = new Tokens(new Config(address()), () -> now);

    @BeforeEach
    void publish() {
        provider.createContext("/", exchange -> {
            var body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void aVerifiedTokenIsRememberedUntilItExpires() {
        var token = issuer.member();
        assertThat(tokens.remembered(token)).isNull();
        assertThat(tokens.verify(token)).isInstanceOf(Accepted.class);
        assertThat(tokens.remembered(token)).isNotNull();
        now = now.plusSeconds(300 + 61);
        assertThat(tokens.remembered(token)).isNull();
    }

    @Test
    void knownKeysGoOnWorkingWhileTheProviderIsDown() {
        assertThat(tokens.verify(issuer.member())).isInstanceOf(Accepted.class);
        provider.stop(0);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(tokens.verify(issuer.member())).isInstanceOf(Accepted.class);
    }

    @Test
    void withoutAnyKeyNothingIsDecidedAndTheProviderIsAskedAgainSoon() {
        status = 503;
        assertThat(tokens.verify(issuer.member())).isInstanceOf(NoKeys.class);
        status = 200;
        now = now.plusSeconds(2);
        assertThat(tokens.verify(issuer.member())).isInstanceOf(Accepted.class);
    }

    @Test
    void aWithdrawnKeyEndsTheTrustInWhatItSigned() {
        var token = issuer.member();
        assertThat(tokens.verify(token)).isInstanceOf(Accepted.class);
        var successor = Issuer.rsa("rsa-2");
        keys = "{\"keys\":[" + successor.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
        now = now.plusSeconds(31);
        assertThat(tokens.verify(Issuer.sign(successor, "RS256", Issuer.claims("new", _ -> {}))))
                .isInstanceOf(Accepted.class);
        assertThat(tokens.remembered(token)).isNull();
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/keys");
    }

    private record Config(URI keys) implements IdentityConfig {
        @Override
        public String issuer() {
            return Issuer.NAME;
        }

        @Override
        public String audience() {
            return "zhigong";
        }

        @Override
        public Duration leeway() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration longestLife() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration refreshAtMostEvery() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration refreshAtLeastEvery() {
            return Duration.ofMinutes(10);
        }

        @Override
        public int rememberedTokens() {
            return 100;
        }
    }
}
