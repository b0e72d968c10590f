package cn.zhigong.platform.reference;

import org.jspecify.annotations.Nullable;

/**
 * One administrative division (行政区划, GB/T 2260).
 *
 * @param code six digits
 * @param successor the code that holds its territory today; null while the division exists
 */
public record Division(String code, String name, @Nullable String successor) {
    public boolean isCurrent() {
        return successor == null;
    }
}
