package cn.zhigong.competition.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.competition.contest.TieRule;
import cn.zhigong.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingRulesTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, 1 2 3 4, true",
        "NONE, 1 2 2 3, false",
        "NONE, 1 2 2 4, false",
        "NONE, 1 3, false",
        "NONE, 2 3, false",
        "DENSE, 1 2 2 3, true",
        "DENSE, 1 2 2 4, false",
        "DENSE, 1 1 1, true",
        "GAPPED, 1 2 2 4, true",
        "GAPPED, 1 2 2 3, false",
        "GAPPED, 1 1 3, true",
        "GAPPED, 1 2 3, true"
    })
    void ranksFollowTheTieRuleOfTheEvent(TieRule rule, String ranks, boolean good) {
        var placings = placings(
                Arrays.stream(ranks.split(" ", -1)).map(Integer::valueOf).toArray(Integer[]::new));
        var ids = placings.stream().map(Placing::entryId).toList();
        assertThat(RankingRules.defects(placings, new HashSet<>(ids), rule).isEmpty())
                .isEqualTo(good);
    }

    @Test
    void whoDidNotFinishIsListedWithoutARank() {
        var placings = placings(1, null, 2, null);
        var ids = placings.stream().map(Placing::entryId).toList();
        assertThat(RankingRules.defects(placings, new HashSet<>(ids), TieRule.NONE))
                .isEmpty();
    }

    @Test
    void anEventWithoutEntriesHasAnEmptyRanking() {
        assertThat(RankingRules.defects(List.of(), new HashSet<>(), TieRule.NONE))
                .isEmpty();
    }

    @Test
    void aStrangerADuplicateAndAMissingEntryAreAllNamed() {
        var placings = placings(1, 2, 3);
        var twice = new ArrayList<>(placings);
        twice.set(1, new Placing(placings.get(0).entryId(), 2));
        var registered =
                new HashSet<>(List.of(placings.get(0).entryId(), placings.get(1).entryId()));
        assertThat(RankingRules.defects(twice, registered, TieRule.NONE))
                .containsExactlyInAnyOrder(
                        new Violation("results[1].entryId", "DUPLICATE"),
                        new Violation("results[2].entryId", "NOT_REGISTERED"),
                        new Violation("results", "ENTRY_MISSING"));
    }

    @Test
    void anyRankingMadeFromScoresIsAcceptedInAnyOrder() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var scores = random.ints(random.nextInt(1, 30), 0, 10).boxed().toArray(Integer[]::new);
            var gapped = new ArrayList<>(placings(Arrays.stream(scores)
                    .map(mine -> 1
                            + (int) Arrays.stream(scores)
                                    .filter(other -> other > mine)
                                    .count())
                    .toArray(Integer[]::new)));
            var ids = new HashSet<>(gapped.stream().map(Placing::entryId).toList());
            Collections.shuffle(gapped, random);
            assertThat(RankingRules.defects(gapped, ids, TieRule.GAPPED))
                    .as("seed %d", seed)
                    .isEmpty();
            var hasTie = Arrays.stream(scores).distinct().count() < scores.length;
            assertThat(RankingRules.defects(gapped, ids, TieRule.NONE).isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(!hasTie);
        }
    }

    private static List<Placing> placings(@Nullable Integer... ranks) {
        return IntStream.range(0, ranks.length)
                .mapToObj(i -> new Placing(UUID.randomUUID(), ranks[i]))
                .toList();
    }
}
