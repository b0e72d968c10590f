package cn.zhigong.platform.api.event.lint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes that are defined outside the platform, by the name of the fact that holds one. */
public final class CodeSets {

    private static final Map<String, String> STANDARDS = Map.of(
            "creditCode", "GB 32100-2015",
            "district", "GB/T 2260",
            "currency", "ISO 4217",
            "nationality", "ISO 3166-1 alpha-3");

    private CodeSets() {}

    /** The standard of a fact; null when there is none. */
    public static @Nullable String of(String fact) {
        return STANDARDS.get(fact);
    }
}
