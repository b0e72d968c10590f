package cn.zhigong.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The small city that a new stack shows: unions, their officers and a contest. Loaded once per state folder by calling
 * the platform's own API, step by step as deploy/local/demo/city.json lists them; each step has an idempotency key, so
 * that a load that broke off can be repeated.
 */
final class DemoCity {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String gateway;
    private final Tokens tokens;
    private final Http http = new Http();
    private final Map<String, String> tokensOfUsers = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();

    private DemoCity(String gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /**
     * Loads the city unless that was done.
     *
     * @param environment the content of the stack's env file
     */
    static void loadOnce(StateFolder state, Map<String, String> environment, Path steps) {
        var loaded = state.data("demo-city");
        var gateway = environment.get(Component.GATEWAY.urlVariable());
        if (Files.exists(loaded) || gateway == null || environment.get("TOKEN_URL") == null) {
            return;
        }
        var city = new DemoCity(gateway, Tokens.of(state));
        city.load(read(steps));
        KeyValues.write(loaded, city.kept);
    }

    private static JsonNode read(Path steps) {
        try {
            return Http.JSON.readTree(steps.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(JsonNode steps) {
        for (int i = 0; i < steps.size(); i++) {
            var answer = step(steps.get(i), "demo-city-" + i);
            if (steps.get(i).has("keep")) {
                kept.put(steps.get(i).get("keep").asText(), answer.path("id").asText());
            }
        }
    }

    /** A step that says "await" needs what other services told its own, which takes a moment. */
    private JsonNode step(JsonNode step, String key) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return post(step, key);
            } catch (LocalStackException e) {
                if (!step.path("await").asBoolean() || System.nanoTime() > deadline) {
                    throw e;
                }
                Child.pause();
            }
        }
    }

    private JsonNode post(JsonNode step, String key) {
        var user = step.get("as").asText();
        var token = tokensOfUsers.computeIfAbsent(user, one -> tokens.ofUser(one, Realm.PASSWORD));
        return http.accepted(Http.request(gateway + filled(step.get("post").asText()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(filled(step.path("body").toString()))));
    }

    private String filled(String text) {
        var result = text;
        for (var one : kept.entrySet()) {
            result = result.replace("${" + one.getKey() + "}", one.getValue());
        }
        return result;
    }
}
