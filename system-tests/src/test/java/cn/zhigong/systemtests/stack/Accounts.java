package cn.zhigong.systemtests.stack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Accounts at the real identity provider and their tokens. */
final class Accounts {

    private static final String PASSWORD = "zhigong";

    /** Far less than the quarter of an hour that a token lives. */
    private static final long REUSE_NANOS = 300_000_000_000L;

    private record Token(String text, long fetched) {}

    private final URI issuer;
    private final String tokenUrl;
    private final String adminPassword;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    Accounts(Map<String, String> environment, String adminPassword) {
        this.issuer = URI.create(environment.getOrDefault("ISSUER_URL", ""));
        this.tokenUrl = environment.getOrDefault("TOKEN_URL", "");
        this.adminPassword = adminPassword;
    }

    String tokenOf(String account) {
        return token(
                account,
                tokenUrl,
                Map.of(
                        "grant_type", "password",
                        "client_id", "zhigong-app",
                        "username", account,
                        "password", PASSWORD,
                        "scope", "openid"));
    }

    String tokenOfClient(String client) {
        return token(
                client,
                tokenUrl,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", client + "-secret"));
    }

    /** A new account with the role of a member; its name is returned. */
    String create(Person person) {
        var name = "person-%s-%d".formatted(run, created.incrementAndGet());
        var admin = admin();
        var account = Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                name,
                "lastName",
                "Test",
                "email",
                name + "@zhigong.test",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)),
                "attributes",
                Map.of(
                        "identity_type", List.of("RESIDENT_ID"),
                        "identity_number", List.of(person.number()),
                        "real_name", List.of(person.name())));
        var location = admin.post("/users", account).expect(201).header("location");
        var id = location.substring(location.lastIndexOf('/') + 1);
        var role = admin.get("/roles/member").expect(200).json();
        admin.post("/users/" + id + "/role-mappings/realm", List.of(role)).expect(204);
        return name;
    }

    /** The identity provider's own administrator, at the admin API of our realm. */
    private Api admin() {
        var realms = issuer.resolve("/realms/").toString();
        var realm = issuer.toString().substring(realms.length());
        var token = token(
                "the administrator of Keycloak",
                realms + "master/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "keycloak-admin",
                        "password", adminPassword));
        return api(issuer.resolve("/admin/realms/" + realm).toString()).with("Authorization", "Bearer " + token);
    }

    private String token(String who, String url, Map<String, String> form) {
        var known = tokens.get(who);
        // The administrator's tokens live for a minute only.
        boolean reusable = url.equals(tokenUrl);
        if (known != null && reusable && System.nanoTime() - known.fetched() < REUSE_NANOS) {
            return known.text();
        }
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        // After the database was killed the provider answers 500 until its own connections are renewed.
        var answer = await("a token of " + who)
                .atMost(60, SECONDS)
                .until(
                        () -> api(url).with("Content-Type", "application/x-www-form-urlencoded")
                                .send("POST", "", body),
                        given -> given.status() < 500);
        var token = answer.expect(200).text("access_token");
        tokens.put(who, new Token(token, System.nanoTime()));
        return token;
    }

    private static Api api(String base) {
        return new Api(base, Map.of(), new ConcurrentSkipListSet<>());
    }
}
