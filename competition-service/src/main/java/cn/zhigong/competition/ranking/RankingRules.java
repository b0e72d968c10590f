package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.TieRule;
import cn.zhigong.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What makes a list of placings a ranking. */
final class RankingRules {

    private RankingRules() {}

    /** Everything that is wrong with the list; empty when it ranks exactly the entries of the event. */
    static List<Violation> defects(List<Placing> placings, Set<UUID> entries, TieRule ties) {
        var defects = new ArrayList<Violation>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < placings.size(); i++) {
            var entry = placings.get(i).entryId();
            var field = "results[" + i + "].entryId";
            if (!entries.contains(entry)) {
                defects.add(new Violation(field, "NOT_REGISTERED"));
            } else if (!seen.add(entry)) {
                defects.add(new Violation(field, "DUPLICATE"));
            }
        }
        if (!seen.containsAll(entries)) {
            defects.add(new Violation("results", "ENTRY_MISSING"));
        }
        if (!isOrdered(placings, ties)) {
            defects.add(new Violation("results", "RANK_ORDER"));
        }
        return defects;
    }

    private static boolean isOrdered(Collection<Placing> placings, TieRule ties) {
        var holders = new TreeMap<Integer, Integer>();
        for (var placing : placings) {
            if (placing.rank() != null) {
                holders.merge(placing.rank(), 1, Integer::sum);
            }
        }
        int expected = 1;
        for (var shared : holders.entrySet()) {
            if (shared.getKey() != expected || (ties == TieRule.NONE && shared.getValue() > 1)) {
                return false;
            }
            expected += ties == TieRule.GAPPED ? shared.getValue() : 1;
        }
        return true;
    }
}
