package cn.zhigong.local;

import java.nio.file.Files;
import java.util.Map;

/**
 * The small city that a new stack shows: organisations, officers, a contest, a course. Loaded once per state folder by
 * calling the platform's own API, so it must not mind when part of it is there already.
 */
final class DemoCity {

    private DemoCity() {}

    /** @param environment the content of the stack's env file */
    static void loadOnce(StateFolder state, Map<String, String> environment) {
        var loaded = state.data("demo-city");
        if (!Files.exists(loaded)) {
            load(state, environment);
            KeyValues.write(loaded, Map.of("loaded", true));
        }
    }

    /** Nothing yet: the first journeys bring their own data. */
    private static void load(StateFolder state, Map<String, String> environment) {
        if (!environment.containsKey(Component.GATEWAY.urlVariable())) {
            throw new IllegalStateException("The env file of %s names no gateway".formatted(state.path()));
        }
    }
}
