package cn.zhigong.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.systemtests.faults.Op.Outcome;
import cn.zhigong.systemtests.faults.Snapshot.Event;
import cn.zhigong.systemtests.faults.Snapshot.Fact;
import cn.zhigong.systemtests.faults.Violation.Invariant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checker that never fails proves nothing: each invariant is broken once, by hand, from a run that is right. */
@Order(0)
class CheckerTest {

    private static final Fact ANN = new Fact("m1", "ann", "factory", true, 0);
    private static final Fact BOB = new Fact("m2", "bob", "factory", true, 1);
    private static final Event ANN_JOINED = new Event("e1", ANN);
    private static final Event BOB_JOINED = new Event("e2", new Fact("m2", "bob", "factory", true, 0));
    private static final Event BOB_CHANGED = new Event("e3", BOB);

    private final List<Op> history = List.of(approved("a1"), approved("a2"), op("a3", Outcome.UNKNOWN, 0, "k3", ""));
    private Map<String, Integer> approvals = Map.of("a1", 1, "a2", 1);
    private List<Fact> members = List.of(ANN, BOB);
    private List<Fact> copy = List.of(BOB, ANN);
    private List<Event> events = List.of(ANN_JOINED, BOB_JOINED, BOB_JOINED, BOB_CHANGED);
    private List<String> inbox = List.of("e1", "e2", "e3", "of another topic");
    private long applied = 3;
    private Set<String> audited = Set.of("a1", "a2");
    private Map<String, String> brokenSeals = Map.of();

    private static Op approved(String key) {
        return op(key, Outcome.OK, 200, "k-" + key, "hash of " + key);
    }

    private static Op op(String key, Outcome outcome, int status, String idemKey, String hash) {
        return new Op("approve", key, idemKey, 1, 2, 3, outcome, status, 1, hash);
    }

    private List<Violation> check(List<Op> ops) {
        var snapshot = new Snapshot(
                Map.of("approve", approvals),
                members,
                Map.of("competition", copy),
                events,
                Map.of("competition", inbox),
                Map.of("competition", applied),
                Map.of("competition", 3L),
                Map.of("approve", audited),
                brokenSeals);
        return Checker.check(ops, snapshot);
    }

    private void finds(Invariant invariant, String... words) {
        finds(history, invariant, words);
    }

    private void finds(List<Op> ops, Invariant invariant, String... words) {
        assertThat(check(ops))
                .anyMatch(violation -> violation.invariant() == invariant
                        && List.of(words).stream().allMatch(violation.what()::contains));
    }

    private List<Op> historyAnd(Op more) {
        return java.util.stream.Stream.concat(history.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    @Test
    void aRunThatIsRightHasNoViolationThoughAnEventWasSentTwice() {
        assertThat(check(history)).isEmpty();
    }

    @Test
    void whatNobodyAnsweredMayHaveHappenedOrNot() {
        approvals = Map.of("a1", 1, "a2", 1, "a3", 1);
        assertThat(check(history)).isEmpty();
    }

    @Test
    void anApprovalWithTwoMembershipsIsFound() {
        approvals = Map.of("a1", 2, "a2", 1);
        finds(Invariant.ONE_EFFECT, "a1", "2 times");
    }

    @Test
    void twoEffectsOfWhatNobodyAnsweredAreFound() {
        approvals = Map.of("a1", 1, "a2", 1, "a3", 2);
        finds(Invariant.ONE_EFFECT, "a3", "2 times");
    }

    @Test
    void anApprovalThatWasAnsweredAndIsGoneIsFound() {
        approvals = Map.of("a2", 1);
        finds(Invariant.NOTHING_LOST, "a1", "missing");
    }

    @Test
    void whatWasRefusedAndHappenedAllTheSameIsFound() {
        approvals = Map.of("a1", 1, "a2", 1, "a4", 1);
        finds(historyAnd(op("a4", Outcome.FAIL, 409, "k4", "")), Invariant.NOTHING_LOST, "a4", "refused");
    }

    @Test
    void aPersonWithTwoActiveMembershipsIsFound() {
        members = List.of(ANN, BOB, new Fact("m3", "ann", "elsewhere", true, 0));
        finds(Invariant.ONE_ACTIVE_PER_OWNER, "ann");
    }

    @Test
    void membershipsThatEndedAreNotCounted() {
        var before = new Fact("m0", "ann", "elsewhere", false, 0);
        members = List.of(before, ANN, BOB);
        copy = List.of(before, ANN, BOB);
        events = List.of(new Event("e0", before), ANN_JOINED, BOB_JOINED, BOB_CHANGED);
        inbox = List.of("e0", "e1", "e2", "e3");
        assertThat(check(history)).isEmpty();
    }

    @Test
    void aMemberWhomTheCopyLacksIsFound() {
        copy = List.of(BOB);
        finds(Invariant.SAME_EVERYWHERE, "factory has 2", "the copy of competition says 1");
        finds(Invariant.SAME_EVERYWHERE, "m1");
    }

    @Test
    void aCopyThatStoppedAtAnOldVersionIsFound() {
        copy = List.of(ANN, new Fact("m2", "bob", "factory", true, 0));
        finds(Invariant.SAME_EVERYWHERE, "m2");
    }

    @Test
    void aMemberWithoutAnEventIsFound() {
        events = List.of(BOB_JOINED, BOB_CHANGED);
        finds(Invariant.SAME_EVERYWHERE, "m1", "the topic says null");
    }

    @Test
    void anEventWithoutAMemberIsFound() {
        members = List.of(BOB);
        copy = List.of(BOB);
        finds(Invariant.SAME_EVERYWHERE, "m1 is null");
    }

    @Test
    void anEventThatASubscriberDoesNotRememberIsFound() {
        inbox = List.of("e1", "e3");
        finds(Invariant.HANDLED_ONCE, "e2", "0 inbox rows");
    }

    @Test
    void anEventThatIsRememberedTwiceIsFound() {
        inbox = List.of("e1", "e2", "e2", "e3");
        finds(Invariant.HANDLED_ONCE, "e2", "2 inbox rows");
    }

    @Test
    void anEventThatTookEffectTwiceIsFound() {
        applied = 4;
        finds(Invariant.HANDLED_ONCE, "3 events took effect 4 times");
    }

    @Test
    void aGapInTheVersionsIsFound() {
        events = List.of(ANN_JOINED, BOB_CHANGED);
        finds(Invariant.VERSIONS_WITHOUT_GAP, "m2", "1 where 0");
    }

    @Test
    void versionsOutOfOrderAreFound() {
        events = List.of(ANN_JOINED, BOB_CHANGED, BOB_JOINED);
        finds(Invariant.VERSIONS_WITHOUT_GAP, "m2", "0 where 2");
    }

    @Test
    void anApprovalWithoutAnAuditEntryIsFound() {
        audited = Set.of("a1");
        finds(Invariant.AUDITED, "a2");
    }

    @Test
    void anAuditLogThatWasChangedIsFound() {
        brokenSeals = Map.of("membership", "seal 3");
        finds(Invariant.AUDITED, "seal 3");
    }

    @Test
    void anotherAnswerToTheSameKeyIsFound() {
        var again = op("a1", Outcome.OK, 200, "k-a1", "another hash");
        finds(historyAnd(again), Invariant.SAME_ANSWER, "a1");
        assertThat(check(historyAnd(approved("a1")))).isEmpty();
    }

    @Test
    void theHistoryOfARunIsReadBackAsItWasWritten(@TempDir Path folder) throws IOException {
        var file = folder.resolve("runs/history.jsonl");
        try (var written = History.writtenTo(file)) {
            history.forEach(written::add);
        }
        assertThat(History.read(file)).isEqualTo(history);
        assertThat(file).content().contains("\"outcome\":\"unknown\"", "\"invoke_ns\":2", "\"body_hash\":");
    }
}
