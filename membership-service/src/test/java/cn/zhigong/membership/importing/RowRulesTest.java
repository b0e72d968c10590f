package cn.zhigong.membership.importing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.importing.RowRules.Found;
import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.Known;
import cn.zhigong.membership.member.MemberState;
import cn.zhigong.membership.member.Roster;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.reference.PersonName;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RowRulesTest {

    private static final UUID HERE = new UUID(0, 1);
    private static final UUID ELSEWHERE = new UUID(0, 2);
    private static final UUID GROUP = new UUID(0, 3);
    private static final PersonName NAME = new PersonName("李雷");
    private static final Roster AT_WORK = new Roster(null, EmploymentForm.CONTRACT, null, false);

    private static RosterFacts facts(boolean retired) {
        return new RosterFacts(HERE, null, null, null, null, retired);
    }

    private static Known member(UUID organisation, MemberState state, Roster roster, boolean samePhone, boolean login) {
        return new Known(
                new Known.KnownPerson(
                        new UUID(0, 4), NAME, samePhone, login, new UUID(0, 5), organisation, state, roster, 0),
                false);
    }

    private static Known member(UUID organisation, MemberState state) {
        return member(organisation, state, AT_WORK, true, false);
    }

    private static RowResult decide(RosterFacts facts, Known known) {
        return decide(NAME, facts, true, known);
    }

    private static RowResult decide(@Nullable PersonName name, RosterFacts facts, boolean first, Known known) {
        return RowRules.decide(new Found(name, facts, first, known));
    }

    @Test
    void whoeverNobodyKnowsIsNew() {
        assertThat(decide(null, facts(false), true, new Known(null, false))).isEqualTo(RowResult.OK_NEW);
    }

    @Test
    void whoeverHasRetiredIsRetained() {
        assertThat(decide(null, facts(true), true, new Known(null, false))).isEqualTo(RowResult.RETIRED);
        assertThat(decide(facts(true), member(HERE, MemberState.ACTIVE))).isEqualTo(RowResult.RETIRED);
    }

    /** Arriving at another union makes them active, so they are retained after that. */
    @Test
    void whoIsOnTheMoveIsNotRetained() {
        assertThat(decide(facts(true), member(HERE, MemberState.TRANSFERRING))).isEqualTo(RowResult.DUP_IN_DB_SAME_ORG);
    }

    @Test
    void whatWouldChangeIsNamed() {
        var moved = new RosterFacts(HERE, GROUP, null, EmploymentForm.DISPATCH, WorkerGroup.COURIER, true);
        assertThat(RowRules.changes(
                        moved,
                        requireNonNull(member(HERE, MemberState.ACTIVE, AT_WORK, false, false)
                                .person())))
                .containsExactly(
                        RosterField.PHONE,
                        RosterField.GROUP,
                        RosterField.EMPLOYMENT_FORM,
                        RosterField.WORKER_GROUP,
                        RosterField.STANDING);
    }

    @Test
    void theFirstRowOfAPersonCounts() {
        assertThat(decide(null, facts(false), false, new Known(null, false))).isEqualTo(RowResult.DUP_IN_FILE);
    }

    /** Whoever has numbers without names must not learn who of them is a member, where, or was one. */
    @ParameterizedTest
    @EnumSource(MemberState.class)
    void anotherNameTellsNothingElse(MemberState state) {
        var other = new PersonName("韩梅梅");
        assertThat(decide(other, facts(false), true, member(HERE, state))).isEqualTo(RowResult.NAME_MISMATCH);
        assertThat(decide(other, facts(false), true, member(ELSEWHERE, state))).isEqualTo(RowResult.NAME_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(
            value = MemberState.class,
            mode = Mode.EXCLUDE,
            names = {"ACTIVE", "TRANSFERRING", "RETAINED"})
    void whoHasLeftComesBackByThemselvesOnly(MemberState ended) {
        assertThat(decide(facts(false), member(HERE, ended))).isEqualTo(RowResult.BLOCKED_WITHDRAWN);
        assertThat(decide(facts(false), member(ELSEWHERE, ended))).isEqualTo(RowResult.BLOCKED_WITHDRAWN);
    }

    @Test
    void aMemberOfAnotherUnionIsAConflict() {
        assertThat(decide(facts(false), member(ELSEWHERE, MemberState.ACTIVE))).isEqualTo(RowResult.CONFLICT_OTHER_ORG);
    }

    @Test
    void whatSaysNothingNewChangesNothing() {
        assertThat(decide(facts(false), member(HERE, MemberState.ACTIVE))).isEqualTo(RowResult.DUP_IN_DB_SAME_ORG);
        // An empty cell says nothing, so what is known stays.
        var known = new Roster(GROUP, EmploymentForm.DISPATCH, WorkerGroup.COURIER, false);
        assertThat(decide(facts(false), member(HERE, MemberState.ACTIVE, known, true, false)))
                .isEqualTo(RowResult.DUP_IN_DB_SAME_ORG);
        // Nobody who is retained is at work again because a cell is empty.
        var retained = new Roster(null, EmploymentForm.CONTRACT, null, true);
        assertThat(decide(facts(false), member(HERE, MemberState.RETAINED, retained, true, false)))
                .isEqualTo(RowResult.DUP_IN_DB_SAME_ORG);
    }

    @Test
    void whatSaysSomethingNewIsAnUpdate() {
        var moved = new RosterFacts(HERE, GROUP, null, null, null, false);
        assertThat(decide(moved, member(HERE, MemberState.ACTIVE))).isEqualTo(RowResult.OK_UPDATE);
        var dispatched = new RosterFacts(HERE, null, null, EmploymentForm.DISPATCH, null, false);
        assertThat(decide(dispatched, member(HERE, MemberState.ACTIVE))).isEqualTo(RowResult.OK_UPDATE);
        assertThat(decide(facts(false), member(HERE, MemberState.ACTIVE, AT_WORK, false, false)))
                .isEqualTo(RowResult.OK_UPDATE);
    }

    @Test
    void whoHasALoginLooksAfterTheirOwnPhone() {
        assertThat(decide(facts(false), member(HERE, MemberState.ACTIVE, AT_WORK, false, true)))
                .isEqualTo(RowResult.DUP_IN_DB_SAME_ORG);
    }

    /** The day of joining is kept for life, whatever a roster says. */
    @Test
    void anotherDayOfJoiningIsNoUpdate() {
        var earlier = new RosterFacts(HERE, null, LocalDate.of(1999, 1, 1), null, null, false);
        assertThat(decide(earlier, member(HERE, MemberState.ACTIVE))).isEqualTo(RowResult.DUP_IN_DB_SAME_ORG);
    }
}
