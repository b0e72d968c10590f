package cn.zhigong.rights.intake;

import static cn.zhigong.rights.intake.ClaimKind.OVERTIME_PAY;
import static cn.zhigong.rights.intake.ClaimKind.SEVERANCE;
import static cn.zhigong.rights.intake.ClaimKind.UNPAID_WAGES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitationRulesTest {

    private static final LocalDate KNEW = LocalDate.of(2025, 5, 6);
    private static final LocalDate LEFT = LocalDate.of(2025, 9, 30);

    @Test
    void itRunsFromTheDayTheWorkerKnew() {
        assertThat(LimitationRules.countedFrom(List.of(SEVERANCE), KNEW, LEFT)).contains(KNEW);
        assertThat(LimitationRules.countedFrom(List.of(SEVERANCE), KNEW, null)).contains(KNEW);
    }

    @Test
    void noneRunsAgainstPayWhileTheWorkerIsEmployed() {
        assertThat(LimitationRules.countedFrom(List.of(UNPAID_WAGES, OVERTIME_PAY), KNEW, null))
                .isEmpty();
    }

    @Test
    void againstPayItRunsFromTheEndOfEmployment() {
        assertThat(LimitationRules.countedFrom(List.of(UNPAID_WAGES), KNEW, LEFT))
                .contains(LEFT);
    }

    @Test
    void theEarliestOfSeveralClaimsCounts() {
        assertThat(LimitationRules.countedFrom(List.of(UNPAID_WAGES, SEVERANCE), KNEW, null))
                .contains(KNEW);
    }

    @Test
    void itIsThePayWhenEmploymentEndedBeforeTheWorkerKnewOfTheRest() {
        assertThat(LimitationRules.countedFrom(List.of(UNPAID_WAGES, SEVERANCE), LEFT, KNEW))
                .contains(KNEW);
        assertThat(LimitationRules.countedFrom(List.of(SEVERANCE, UNPAID_WAGES), LEFT, KNEW))
                .contains(KNEW);
    }

    @Test
    void oneClaimMoreNeverMovesTheDayBack() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var kinds = ClaimKind.values();
            var claims = Stream.generate(() -> kinds[random.nextInt(kinds.length)])
                    .limit(1 + random.nextInt(5))
                    .toList();
            var knew = KNEW.plusDays(random.nextInt(800));
            var ended = random.nextInt(4) == 0 ? null : KNEW.plusDays(random.nextInt(800));
            var fewer = LimitationRules.countedFrom(claims.subList(1, claims.size()), knew, ended);
            var all = LimitationRules.countedFrom(claims, knew, ended);
            fewer.ifPresent(day -> assertThat(all.orElseThrow())
                    .as("seed %d: %s, knew %s, ended %s", seed, claims, knew, ended)
                    .isBeforeOrEqualTo(day));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,INDIVIDUAL", "9,INDIVIDUAL", "10,COLLECTIVE", "29,COLLECTIVE", "30,MAJOR", "1000000,MAJOR"})
    void tenWorkersAreACollectiveAndThirtyAMajorCase(int workers, Scale scale) {
        assertThat(Scale.of(workers)).isEqualTo(scale);
    }
}
