package cn.zhigong.gateway.service;

import java.util.Locale;

/** A service behind the gateway. */
public enum Service {
    MEMBERSHIP,
    COMPETITION,
    TRAINING,
    RIGHTS;

    private final String lower = name().toLowerCase(Locale.ROOT);
    private final String title = name().charAt(0) + lower.substring(1);
    private final String prefix = "/api/" + lower;

    /** The name in paths, tags and metrics: {@code membership}. */
    public String lower() {
        return lower;
    }

    /** The name as a prefix of type names: {@code Membership}. */
    public String title() {
        return title;
    }

    /** What the gateway puts before the service's own paths: {@code /api/membership}. */
    public String prefix() {
        return prefix;
    }
}
