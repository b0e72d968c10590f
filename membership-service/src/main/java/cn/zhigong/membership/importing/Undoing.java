package cn.zhigong.membership.importing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.summingInt;

import cn.zhigong.membership.importing.Outcomes.Done;
import cn.zhigong.membership.member.BulkRegister;
import cn.zhigong.membership.member.RosterChanges;
import cn.zhigong.membership.transfer.Proposals;
import cn.zhigong.platform.audit.Audit;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes back what an import did, a portion in each transaction, but for what something has come of since. */
@Singleton
class Undoing {

    private static final int PORTION = 1_000;

    private final Outcomes outcomes;
    private final BulkRegister register;
    private final RosterChanges changes;
    private final Proposals proposals;
    private final Audit audit;
    private final InstantSource clock;

    Undoing(
            Outcomes outcomes,
            BulkRegister register,
            RosterChanges changes,
            Proposals proposals,
            Audit audit,
            InstantSource clock) {
        this.outcomes = outcomes;
        this.register = register;
        this.changes = changes;
        this.proposals = proposals;
        this.audit = audit;
        this.clock = clock;
    }

    void step(RosterImport one) {
        var portion = outcomes.toUndoAfter(one.id(), one.doneLine(), PORTION);
        if (!portion.isEmpty()) {
            undo(one, portion);
        }
        if (portion.size() < PORTION) {
            one.rolledBack(clock.instant());
        }
    }

    private void undo(RosterImport one, List<Done> portion) {
        var undone = undone(portion);
        var ends = portion.stream().collect(partitioningBy(done -> undone.contains(done.line())));
        var gone = requireNonNull(ends.get(true));
        var kept = requireNonNull(ends.get(false));
        outcomes.become(
                one.id(), RowOutcome.UNDONE, gone.stream().map(Done::line).toList());
        outcomes.become(one.id(), RowOutcome.KEPT, kept.stream().map(Done::line).toList());
        one.undone(
                portion.getLast().line(),
                portion.stream().collect(groupingBy(Done::outcome, summingInt(_ -> 1))),
                Map.of(RowOutcome.UNDONE, gone.size(), RowOutcome.KEPT, kept.size()));
        audit.record(
                "roster-import.undo-rows",
                Importing.AUDITED,
                one.id(),
                Map.of(
                        "from", portion.getFirst().line(),
                        "to", portion.getLast().line(),
                        "undone", gone.size(),
                        "kept", kept.size()));
    }

    /** The lines of which nothing is left. Transfers are locked before members, everywhere. */
    private Set<Integer> undone(List<Done> portion) {
        var undone = new HashSet<Integer>();
        of(portion, RowOutcome.TRANSFER_PROPOSED).stream()
                .filter(done -> proposals.takeBackUnanswered(requireNonNull(done.transferId())))
                .forEach(done -> undone.add(done.line()));
        var reverted = new HashSet<>(changes.revert(of(portion, RowOutcome.UPDATED).stream()
                .map(done -> requireNonNull(done.before()))
                .toList()));
        var annulled = register.annul(of(portion, RowOutcome.ADMITTED).stream()
                .map(done -> requireNonNull(done.memberId()))
                .toList());
        portion.stream()
                .filter(done -> reverted.contains(done.memberId()) || annulled.contains(done.memberId()))
                .forEach(done -> undone.add(done.line()));
        return undone;
    }

    private static List<Done> of(List<Done> portion, RowOutcome outcome) {
        return portion.stream().filter(done -> done.outcome() == outcome).toList();
    }

    /** How many rows could not be taken back as things are. */
    int kept(RosterImport one) {
        var kept = 0;
        var portion = outcomes.toUndoAfter(one.id(), 0, PORTION);
        while (!portion.isEmpty()) {
            kept += kept(portion);
            portion = outcomes.toUndoAfter(one.id(), portion.getLast().line(), PORTION);
        }
        return kept;
    }

    private int kept(List<Done> portion) {
        var begun = of(portion, RowOutcome.ADMITTED).stream()
                .map(done -> requireNonNull(done.memberId()))
                .toList();
        var changed = of(portion, RowOutcome.UPDATED).stream()
                .map(done -> requireNonNull(done.before()))
                .toList();
        var proposed = of(portion, RowOutcome.TRANSFER_PROPOSED).stream()
                .map(done -> requireNonNull(done.transferId()))
                .toList();
        return begun.size()
                - register.countUntouched(begun)
                + changed.size()
                - changes.countUntouched(changed)
                + proposed.size()
                - proposals.countUnanswered(proposed);
    }
}
