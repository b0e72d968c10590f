package cn.zhigong.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Stands in for the OpenID provider, so that thousands of workers can have tokens: a discovery document, keys, the
 * userinfo of every worker of the benchmark, and a token for any name, whatever the password.
 */
final class TokenIssuer implements AutoCloseable {

    private static final int KEY_BITS = 2048;
    private static final int LIFE_SECONDS = 14_400;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair keys;
    private final InstantSource clock = InstantSource.system();

    TokenIssuer() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException | IOException e) {
            throw new BenchException("The benchmark's token issuer did not start", e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, keySet()));
        server.createContext(
                "/token",
                exchange -> answer(exchange, tokenAnswer(form(exchange).getOrDefault("username", ""))));
        server.createContext(
                "/userinfo",
                exchange -> answer(exchange, Worker.of(subject(exchange)).userinfo()));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An access token with the roles that the realm of the local stack gives such a name. */
    String token(String account) {
        var now = clock.instant().getEpochSecond();
        var claims = Map.of(
                "iss",
                url(),
                "aud",
                "zhigong",
                "sub",
                account,
                "typ",
                "Bearer",
                "azp",
                "bench",
                "scope",
                "openid",
                "realm_access",
                Map.of("roles", roles(account)),
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS);
        var unsigned =
                encode(Api.json(Map.of("alg", "RS256", "typ", "JWT", "kid", "bench"))) + "." + encode(Api.json(claims));
        return unsigned + "." + BASE64.encodeToString(signed(unsigned));
    }

    /** Tokens of many workers, signed on all cores: a signature costs about a millisecond. */
    List<String> tokens(List<Worker> workers) {
        return IntStream.range(0, workers.size())
                .parallel()
                .mapToObj(index -> token(workers.get(index).account()))
                .toList();
    }

    private static List<String> roles(String account) {
        return switch (account.split("-", 2)[0]) {
            case "admin" -> List.of("admin", "officer");
            case "worker" -> List.of("member");
            default -> List.of(account.split("-", 2)[0]);
        };
    }

    private byte[] signed(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new BenchException("A token could not be signed", e);
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/keys",
                "token_endpoint", url() + "/token",
                "userinfo_endpoint", url() + "/userinfo");
    }

    private Map<String, Object> keySet() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA",
                        "use", "sig",
                        "alg", "RS256",
                        "kid", "bench",
                        "n", number(key.getModulus()),
                        "e", number(key.getPublicExponent()))));
    }

    private Map<String, Object> tokenAnswer(String account) {
        return Map.of("access_token", token(account), "token_type", "Bearer", "expires_in", LIFE_SECONDS);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var values = new java.util.HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            values.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return values;
    }

    /** Who asks; the signature was ours. */
    private static String subject(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var parts = header == null ? new String[0] : header.split("\\.", -1);
        if (parts.length != 3) {
            return "";
        }
        return Api.parse(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8))
                .path("sub")
                .asText();
    }

    private static void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        try (exchange) {
            var bytes = Api.json(body).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
