package cn.zhigong.bench.roster;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which part of a roster's rows has which flaw; a row has one at most.
 *
 * @param shares from 0 to 1
 */
public record Dirt(Map<Flaw, Double> shares) {

    /** Nothing is wrong. */
    public static final Dirt NONE = new Dirt(Map.of());

    public Dirt {
        var sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 0.9 || shares.values().stream().anyMatch(share -> !(share >= 0))) {
            throw new IllegalArgumentException("At most nine rows of ten can have flaws");
        }
        shares = Map.copyOf(shares);
    }

    /** Reads {@code 0.02}, all flaws in equal parts, or {@code check-digit=0.01,duplicate=0.005}. */
    static Dirt parse(String text) {
        var shares = new EnumMap<Flaw, Double>(Flaw.class);
        if (!text.contains("=")) {
            var each = Double.parseDouble(text) / Flaw.values().length;
            Stream.of(Flaw.values()).forEach(flaw -> shares.put(flaw, each));
            return new Dirt(shares);
        }
        for (var part : text.split(",", -1)) {
            var sides = part.split("=", 2);
            var flaw = Stream.of(Flaw.values())
                    .filter(one -> one.word().equals(sides[0].strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no flaw '%s'".formatted(sides[0])));
            shares.put(flaw, Double.valueOf(sides[1]));
        }
        return new Dirt(shares);
    }

    /** How many rows of so many have it. */
    long rows(Flaw flaw, long all) {
        return Math.round(shares.getOrDefault(flaw, 0.0) * all);
    }
}
