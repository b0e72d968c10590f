package cn.zhigong.membership.importing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import cn.zhigong.membership.importing.Verdicts.Verdict;
import cn.zhigong.membership.member.BulkRegister;
import cn.zhigong.membership.member.Known;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dry run (预检): compares rows with the register, a portion in each transaction, and changes nothing there. */
@Singleton
class Comparing {

    private static final int PORTION = 2_000;

    private final RosterRows rows;
    private final Verdicts verdicts;
    private final BulkRegister register;

    Comparing(RosterRows rows, Verdicts verdicts, BulkRegister register) {
        this.rows = rows;
        this.verdicts = verdicts;
        this.register = register;
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
            one.validated(verdicts.signature(one.id()));
        }
    }

    private Verdict judge(RosterRows.Line line, Map<Integer, Known> known) {
        if (line.row() == null) {
            return new Verdict(line.line(), requireNonNull(line.result()), false, null);
        }
        var found = requireNonNull(known.get(line.line()));
        var result = judge(line.row(), found);
        var shared = result.isApplied() && (line.row().phoneRepeated() || found.phoneOfAnother());
        return new Verdict(line.line(), result, shared, result.isOfMember() ? memberOf(found) : null);
    }

    /** Of the union's own only: whose member anybody else is, is not the importing union's to know. */
    private static @Nullable UUID memberOf(Known found) {
        return found.person() == null ? null : found.person().memberId();
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
                        row.line(), row.person().identityIndex(), row.person().phoneIndex()))
                .toList());
    }
}
