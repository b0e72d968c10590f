package cn.zhigong.training.promotion;

import static cn.zhigong.training.promotion.PromotionRules.Reason.ALREADY_AT_OR_ABOVE;
import static cn.zhigong.training.promotion.PromotionRules.Reason.YEARLY_CAP_REACHED;
import static cn.zhigong.training.skill.SkillLevel.INTERMEDIATE;
import static cn.zhigong.training.skill.SkillLevel.SENIOR;
import static cn.zhigong.training.skill.SkillLevel.SENIOR_TECHNICIAN;
import static cn.zhigong.training.skill.SkillLevel.TECHNICIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.zhigong.platform.testing.StepTable;
import cn.zhigong.training.promotion.PromotionRules.Decision;
import cn.zhigong.training.promotion.PromotionRules.Place;
import cn.zhigong.training.promotion.PromotionRules.Standing;
import cn.zhigong.training.skill.SkillLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final List<PromotionRule> SHIPPED = new RuleBook(RuleBook.shipped()).rules();
    private static final String HEADER = "header\n";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CITY_1, 3, 30, SENIOR, TECHNICIAN",
                "CITY_1, 10, 30, -, TECHNICIAN",
                "CITY_1, 11, 30, -, -",
                "CITY_1, 1, 1, TECHNICIAN, SENIOR_TECHNICIAN",
                "CITY_1, 1, 1, SENIOR_TECHNICIAN, -",
                "CITY_1, 1, 1, CHIEF_TECHNICIAN, -",
                "CITY_2, 6, 6, APPRENTICE, SENIOR",
                "CITY_2, 6, 6, TECHNICIAN, -",
                "DISTRICT, 1, 5, SENIOR, TECHNICIAN",
                "ENTERPRISE, 3, 10, -, INTERMEDIATE",
                "ENTERPRISE, 4, 10, -, -",
                "ENTERPRISE, 1, 3, -, -",
                "NATIONAL_1, 15, 30, SENIOR, TECHNICIAN",
                "NATIONAL_1, 16, 30, SENIOR, -",
                "NATIONAL_2, 6, 99, SENIOR, TECHNICIAN",
                "NATIONAL_2, 5, 99, SENIOR, TECHNICIAN",
                "NATIONAL_2, 5, 99, TECHNICIAN, SENIOR_TECHNICIAN",
                "UNHEARD_OF, 1, 99, -, -"
            })
    void theShippedRulesGrantWhatTheirSourcesSay(
            String contestClass, int rank, int participants, @Nullable SkillLevel held, @Nullable SkillLevel granted) {
        var decision = PromotionRules.ruleFor(new Place(contestClass, rank, participants, DAY), SHIPPED)
                .map(rule -> PromotionRules.decide(AppliedRule.of(rule), new Standing(held, 0)));
        assertThat(decision.map(one -> one instanceof Decision.Promote promote ? promote.level() : null))
                .isEqualTo(java.util.Optional.ofNullable(granted));
    }

    @Test
    void everyPlaceFallsUnderAtMostOneRuleAndEveryDecisionGoesUpwards() {
        var levels = new ArrayList<@Nullable SkillLevel>(Arrays.asList(SkillLevel.values()));
        levels.add(null);
        for (var contestClass : List.of("NATIONAL_1", "NATIONAL_2", "CITY_1", "CITY_2", "DISTRICT", "ENTERPRISE")) {
            for (int participants : List.of(1, 2, 7, 30, 200)) {
                for (int rank = 1; rank <= participants; rank++) {
                    var place = new Place(contestClass, rank, participants, DAY);
                    assertThat(SHIPPED.stream()
                                    .filter(rule -> rule.contestClass().equals(contestClass)
                                            && rule.covers(place.rank(), place.participants())))
                            .hasSizeLessThanOrEqualTo(1);
                    var rule = PromotionRules.ruleFor(place, SHIPPED);
                    for (var held : levels) {
                        rule.ifPresent(one -> isUpwards(AppliedRule.of(one), held));
                    }
                }
            }
        }
    }

    private static void isUpwards(AppliedRule rule, @Nullable SkillLevel held) {
        switch (PromotionRules.decide(rule, new Standing(held, 0))) {
            case Decision.Promote(var level) -> {
                assertThat(level.isCertified()).isTrue();
                assertThat(held == null || level.compareTo(held) > 0).isTrue();
            }
            case Decision.Decline(var reasons) -> assertThat(reasons).isNotEmpty();
        }
    }

    @Test
    void onePromotionAYearAndEveryReasonIsGiven() {
        var rule = rule(SENIOR, null);
        assertThat(PromotionRules.decide(rule, new Standing(INTERMEDIATE, 1)))
                .isEqualTo(new Decision.Decline(List.of(YEARLY_CAP_REACHED)));
        assertThat(PromotionRules.decide(rule, new Standing(TECHNICIAN, 1)))
                .isEqualTo(new Decision.Decline(List.of(ALREADY_AT_OR_ABOVE, YEARLY_CAP_REACHED)));
    }

    @Test
    void aRuleMayGiveNothingToThoseWhoHaveTheLevel() {
        assertThat(PromotionRules.decide(rule(TECHNICIAN, null), new Standing(TECHNICIAN, 0)))
                .isEqualTo(new Decision.Decline(List.of(ALREADY_AT_OR_ABOVE)));
        assertThat(PromotionRules.decide(rule(TECHNICIAN, SENIOR_TECHNICIAN), new Standing(TECHNICIAN, 0)))
                .isEqualTo(new Decision.Promote(SENIOR_TECHNICIAN));
    }

    private static AppliedRule rule(SkillLevel granted, @Nullable SkillLevel ifAlready) {
        return new AppliedRule("r", granted, ifAlready, 1, "test");
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, 0", "2024-01-01, 1", "2024-12-31, 1", "2025-01-01, 0"})
    void aRuleHoldsFromItsFirstToItsLastDay(LocalDate day, int found) {
        var book = new RuleBook(HEADER + "a,CITY_1,1,3,,SENIOR,,1,2024-01-01,2024-12-31,somewhere, with a comma\n");
        assertThat(PromotionRules.ruleFor(new Place("CITY_1", 1, 9, day), book.rules()).stream())
                .hasSize(found);
        assertThat(book.rules().getFirst().source()).isEqualTo("somewhere, with a comma");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,C,1,3,,SENIOR,,1,2024-01-01,,s\nb,C,3,5,,SENIOR,,1,2024-01-01,,s",
                "a,C,1,3,,SENIOR,,1,2024-01-01,2024-12-31,s\nb,C,1,3,,SENIOR,,1,2024-12-31,,s",
                "a,C,1,3,,SENIOR,,1,2024-01-01,,s\nb,C,,,10,SENIOR,,1,2024-01-01,,s",
                "a,C,1,3,,SENIOR,,1,2024-01-01,,s\na,D,1,3,,SENIOR,,1,2024-01-01,,s",
            })
    void rulesThatContradictEachOtherStopTheService(String rows) {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(new RuleBook(HEADER + rows)).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,C,,,,SENIOR,,1,2024-01-01,,s",
                "a,C,3,1,,SENIOR,,1,2024-01-01,,s",
                "a,C,1,3,30,SENIOR,,1,2024-01-01,,s",
                "a,C,,,0,SENIOR,,1,2024-01-01,,s",
                "a,C,1,3,,CHIEF_TECHNICIAN,,1,2024-01-01,,s",
                "a,C,1,3,,SENIOR,INTERMEDIATE,1,2024-01-01,,s",
                "a,C,1,3,,SENIOR,SPECIAL_TECHNICIAN,1,2024-01-01,,s",
                "a,C,1,3,,SENIOR,,0,2024-01-01,,s",
                "a,C,1,3,,SENIOR,,1,2024-01-01,2023-01-01,s",
            })
    void aRuleThatMakesNoSenseStopsTheService(String row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(new RuleBook(HEADER + row)).isNull());
    }

    @Test
    void rulesThatPassedTheOverlapCheckNeverCoverAPlaceTwice() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            var rules = List.of(random(random, "a"), random(random, "b"));
            var twice = places().filter(place -> rules.stream()
                            .allMatch(rule ->
                                    rule.isValidOn(place.finalOn()) && rule.covers(place.rank(), place.participants())))
                    .findAny();
            if (PromotionRules.overlaps(rules).isEmpty()) {
                assertThat(twice).as("seed %d, %s", seed, rules).isEmpty();
            }
        }
    }

    private static java.util.stream.Stream<Place> places() {
        return java.util.stream.IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(rank -> java.util.stream.IntStream.rangeClosed(0, 5)
                        .mapToObj(day -> new Place("C", rank, 50, DAY.plusDays(day))));
    }

    private static PromotionRule random(Random random, String id) {
        var share = random.nextInt(5) == 0;
        var first = random.nextInt(1, 6);
        var from = random.nextInt(4);
        return new PromotionRule(
                id,
                "C",
                share ? null : Integer.valueOf(first),
                share ? null : Integer.valueOf(first + random.nextInt(3)),
                share ? Integer.valueOf(random.nextInt(1, 30)) : null,
                SENIOR,
                null,
                1,
                DAY.plusDays(from),
                random.nextBoolean() ? null : DAY.plusDays(from + random.nextInt(3)),
                "test");
    }

    @Test
    void onlyTheStepsOfTheTableExist() {
        assertThat(StepTable.of(PromotionState.class)).isEqualTo("""
                OPEN -> ELIGIBLE, NOT_ELIGIBLE
                ELIGIBLE -> NOT_ELIGIBLE, SUBMITTED
                NOT_ELIGIBLE -> -
                SUBMITTED -> APPROVED, REFUSED
                APPROVED -> CERTIFIED
                REFUSED -> -
                CERTIFIED -> REVOKED
                REVOKED -> -
                """);
    }
}
