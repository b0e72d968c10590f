package cn.zhigong.membership.importing;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** How many rows there are of each kind; a kind of which there are none is not in the map. */
final class Counts {

    private Counts() {}

    static <E extends Enum<E>> Map<E, Integer> sum(Class<E> type, Map<E, Integer> one, Map<E, Integer> other) {
        return changed(type, one, other, 1);
    }

    static <E extends Enum<E>> Map<E, Integer> difference(Class<E> type, Map<E, Integer> one, Map<E, Integer> other) {
        return changed(type, one, other, -1);
    }

    private static <E extends Enum<E>> Map<E, Integer> changed(
            Class<E> type, Map<E, Integer> one, Map<E, Integer> other, int sign) {
        var counts = new EnumMap<E, Integer>(type);
        counts.putAll(one);
        other.forEach((kind, count) -> counts.merge(kind, sign * count, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    static <E> int total(Map<E, Integer> counts, Predicate<E> which) {
        return counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
