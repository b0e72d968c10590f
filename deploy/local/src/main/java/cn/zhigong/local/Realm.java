package cn.zhigong.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The realm as code. Keycloak imports a realm only when it does not exist, and its partial import knows neither realm
 * settings nor client scopes; so a realm whose files changed is removed and made anew. Accounts keep their ids, since
 * those are in the files; sessions and accounts made by hand go.
 *
 * @param applied remembers what was applied last
 */
record Realm(Path folder, Path applied, Http http) {

    static final String NAME = "zhigong";
    static final String CLIENT = "zhigong-app";
    static final String PASSWORD = "zhigong";

    /** True when the realm was made or made anew. */
    boolean apply(KeycloakServer keycloak) {
        var representation = representation(folder).toString();
        var digest = sha256(representation);
        if (digest.equals(KeyValues.read(applied).get("sha256"))) {
            return false;
        }
        var authorization = "Bearer " + adminToken(keycloak);
        var realms = keycloak.base() + "/admin/realms";
        var realm = realms + "/" + NAME;
        if (http.status(Http.request(realm)
                        .header("Authorization", authorization)
                        .GET())
                == 200) {
            var removed = http.status(
                    Http.request(realm).header("Authorization", authorization).DELETE());
            if (removed != 204) {
                throw new LocalStackException("Keycloak answered %d when removing the realm".formatted(removed));
            }
        }
        var _ = http.accepted(Http.request(realms)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(representation)));
        KeyValues.write(applied, Map.of("sha256", digest));
        return true;
    }

    private String adminToken(KeycloakServer keycloak) {
        var form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                KeycloakServer.ADMIN,
                "password",
                keycloak.adminPassword());
        var token = Issuer.ofKeycloakRealm(keycloak.base(), "master").token();
        return http.postForm(token, form).path("access_token").asText();
    }

    /** The realm file with the workers, whose made-up identities live in a folder of their own. */
    static JsonNode representation(Path folder) {
        var realm = (ObjectNode) read(folder.resolve("zhigong-realm.json"));
        var users = (ArrayNode) realm.get("users");
        for (var worker : read(folder.resolve("fixtures/workers.json"))) {
            users.add(user(worker));
        }
        return realm;
    }

    private static ObjectNode user(JsonNode worker) {
        var username = worker.path("username").asText();
        var user = Http.JSON.createObjectNode();
        user.put("id", username)
                .put("username", username)
                .put("enabled", true)
                .put("firstName", username)
                .put("lastName", "Demo")
                .put("email", username + "@zhigong.test")
                .put("emailVerified", true);
        user.putArray("realmRoles").add("member");
        user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
        var attributes = user.putObject("attributes");
        for (var attribute : new String[] {"identity_type", "identity_number", "real_name"}) {
            attributes.putArray(attribute).add(worker.path(attribute).asText());
        }
        return user;
    }

    private static JsonNode read(Path file) {
        try {
            return Http.JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
