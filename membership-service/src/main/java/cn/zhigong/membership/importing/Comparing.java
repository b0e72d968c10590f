package cn.zhigong.membership.importing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import cn.zhigong.membership.importing.Verdicts.Verdict;
import cn.zhigong.membership.member.BulkRegister;
import cn.zhigong.membership.member.Known;
import cn.zhigong.platform.audit.Audit;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dry run (预检): compares rows with the register, a portion in each transaction, and changes nothing there. */
@Singleton
class Comparing {

    private static final int PORTION = 2_000;

    private final RosterRows rows;
    private final Verdicts verdicts;
    private final BulkRegister register;
    private final Discarding discarding;
    private final Audit audit;
    private final InstantSource clock;

    Comparing(
            RosterRows rows,
            Verdicts verdicts,
            BulkRegister register,
            Discarding discarding,
            Audit audit,
            InstantSource clock) {
        this.rows = rows;
        this.verdicts = verdicts;
        this.register = register;
        this.discarding = discarding;
        this.audit = audit;
        this.clock = clock;
    }

    void step(RosterImport one) {
        var portion = rows.after(one.id(), one.doneLine(), PORTION);
        if (!portion.isEmpty()) {
            var known = known(portion);
            var judged = portion.stream().map(line -> judge(line, known)).toList();
            verdicts.write(one.id(), judged);
            one.compared(
                    portion.getLast().line(),
                    judged.stream().collect(groupingBy(Verdict::result, summingInt(_ -> 1))),
                    (int) judged.stream().filter(Verdict::phoneShared).count());
        }
        if (portion.size() < PORTION) {
            end(one);
        }
    }

    private void end(RosterImport one) {
        if (one.looksLikeTrying()) {
            one.refuse(ImportRefusal.TOO_MANY_MISMATCHES, null, clock.instant());
            discarding.contents(one.id());
            audit.record(
                    "roster-import.suspect",
                    Importing.AUDITED,
                    one.id(),
                    Map.of("uploadedBy", one.uploadedBy(), "rows", one.rowCount()));
        } else {
            one.validated(verdicts.signature(one.id()));
        }
    }

    private Verdict judge(RosterRows.Line line, Map<Integer, Known> known) {
        if (line.row() == null) {
            return new Verdict(line.line(), requireNonNull(line.result()), false, Set.of(), null);
        }
        var found = requireNonNull(known.get(line.line()));
        var result = judge(line.row(), found);
        var shared = result.isApplied() && (line.row().phoneRepeated() || found.phoneOfAnother());
        var member = result.isOfMember() ? found.person() : null;
        return member == null
                ? new Verdict(line.line(), result, shared, Set.of(), null)
                : new Verdict(
                        line.line(), result, shared, RowRules.changes(line.row().facts(), member), member.memberId());
    }

    /** What a row means to the register as it is now. */
    RowResult judge(RosterRows.Good row, Known known) {
        return RowRules.decide(new RowRules.Found(
                known.person() == null ? null : register.nameOf(row.person(), row.personId()),
                row.facts(),
                row.firstLine() == null,
                known));
    }

    /** What the register knows of the people of these rows. */
    Map<Integer, Known> known(List<RosterRows.Line> portion) {
        return register.known(portion.stream()
                .filter(line -> line.row() != null)
                .map(line -> requireNonNull(line.row()))
                .map(row -> new BulkRegister.Sought(
                        row.line(),
                        row.person().identityIndex(),
                        row.person().phoneIndex(),
                        row.facts().organisationId()))
                .toList());
    }
}
