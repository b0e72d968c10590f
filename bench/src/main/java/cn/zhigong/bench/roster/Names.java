package cn.zhigong.bench.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Names as people of an age and sex have them. */
final class Names {

    private static final double ONE_CHARACTER = 0.22;
    private static final double WELL_KNOWN = 0.2;

    /** Of people from Xinjiang, and of all others. */
    private static final double WITH_DOT_IN_THE_WEST = 0.6;

    private static final double WITH_DOT = 0.004;
    private static final double RARE = 0.004;
    private static final String WEST = "65";

    private final Weighted<String> surnames;

    /** By sex and kind of list, then by the first year of birth. */
    private final Map<String, TreeMap<Integer, Weighted<String>>> lists = new HashMap<>();

    Names() {
        var lines = WordLists.read("names.txt");
        this.surnames = Weighted.of(
                lines.getFirst().stream().skip(1).toList(), entry -> Double.parseDouble(entry.replaceAll("\\D", "")));
        for (var line : lines.subList(1, lines.size())) {
            lists.computeIfAbsent(key(line.get(0), line.get(2)), _ -> new TreeMap<>())
                    .put(Integer.valueOf(line.get(1)), Weighted.byRank(line.subList(3, line.size())));
        }
    }

    String of(Holders.Holder holder, Random random) {
        var sex = holder.isMan() ? "M" : "F";
        var year = holder.birthday().getYear();
        var withDot = holder.place().startsWith(WEST) ? WITH_DOT_IN_THE_WEST : WITH_DOT;
        if (random.nextDouble() < withDot) {
            return draw(sex, "own", year, random) + "·" + draw("-", "father", year, random);
        }
        return surnames.draw(random).replaceAll("\\d", "") + given(sex, year, random);
    }

    private String given(String sex, int year, Random random) {
        var kind = random.nextDouble();
        if (kind < RARE) {
            return draw(sex, "first", year, random) + draw("-", "rare", year, random);
        }
        if (kind < RARE + ONE_CHARACTER) {
            return draw(sex, "single", year, random);
        }
        return kind < RARE + ONE_CHARACTER + WELL_KNOWN
                ? draw(sex, "whole", year, random)
                : draw(sex, "first", year, random) + draw(sex, "second", year, random);
    }

    private String draw(String sex, String kind, int year, Random random) {
        var list = Objects.requireNonNull(lists.get(key(sex, kind)), kind).floorEntry(year);
        return list.getValue().draw(random);
    }

    private static String key(String sex, String kind) {
        return String.join(" ", List.of(sex, kind));
    }
}
