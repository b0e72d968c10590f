package cn.zhigong.bench;

import java.util.Map;

/**
 * What the environment says about size and length. {@code SMOKE=1} takes the small values: they show that the benchmark
 * works and measure nothing.
 */
record Settings(Map<String, String> environment) {

    boolean smoke() {
        return "1".equals(environment.get("SMOKE"));
    }

    /** Whether the run is made to see where processor time goes; its figures pay for the looking. */
    boolean profile() {
        return "1".equals(environment.get("PROFILE"));
    }

    /** What the result's file name begins with when its numbers are no result. */
    String prefix() {
        return profile() ? "profile-" : smoke() ? "smoke-" : "";
    }

    int number(String name, int usual, int small) {
        var text = environment.getOrDefault(name, "");
        if (text.isBlank()) {
            return smoke() ? small : usual;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new BenchException("%s=%s is no positive number".formatted(name, text));
        }
        return Integer.parseInt(text);
    }
}
