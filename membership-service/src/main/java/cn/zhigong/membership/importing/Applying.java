package cn.zhigong.membership.importing;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.zhigong.membership.importing.Outcomes.Done;
import cn.zhigong.membership.member.BulkRegister;
import cn.zhigong.membership.member.Known;
import cn.zhigong.membership.member.NewMember;
import cn.zhigong.membership.member.RosterChanges;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.organisation.UnionsBelow;
import cn.zhigong.membership.transfer.Proposals;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Does what a second person agreed to, a portion in each transaction: what was done, how far it is, the events and the
 * audit entry commit together, so whoever goes on after a crash repeats nothing and leaves nothing out. Each row is
 * judged once more; one that means something else by now is left alone and said so.
 */
@Singleton
class Applying {

    private static final int PORTION = 1_000;

    private final RosterRows rows;
    private final Outcomes outcomes;
    private final Comparing comparing;
    private final BulkRegister register;
    private final RosterChanges changes;
    private final Proposals proposals;
    private final OrganisationHolds holds;
    private final UnionsBelow below;
    private final Audit audit;
    private final InstantSource clock;

    Applying(
            RosterRows rows,
            Outcomes outcomes,
            Comparing comparing,
            BulkRegister register,
            RosterChanges changes,
            Proposals proposals,
            OrganisationHolds holds,
            UnionsBelow below,
            Audit audit,
            InstantSource clock) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.comparing = comparing;
        this.register = register;
        this.changes = changes;
        this.proposals = proposals;
        this.holds = holds;
        this.below = below;
        this.audit = audit;
        this.clock = clock;
    }

    /** A row with what the register knows now. */
    private record Judged(RosterRows.Good row, RowResult result, Known known) {

        Known.KnownPerson person() {
            return requireNonNull(known.person());
        }
    }

    void step(RosterImport one) {
        var portion = rows.toApplyAfter(one.id(), one.doneLine(), PORTION);
        if (!portion.isEmpty()) {
            var done = apply(one, portion);
            outcomes.write(one.id(), done);
            var counts = done.stream().collect(groupingBy(Done::outcome, summingInt(_ -> 1)));
            one.done(portion.getLast().line(), counts);
            audit.record(
                    "roster-import.apply-rows",
                    Importing.AUDITED,
                    one.id(),
                    Map.of(
                            "from", portion.getFirst().line(),
                            "to", portion.getLast().line(),
                            "outcomes", counts,
                            "confirmedBy", requireNonNull(one.confirmedBy())));
        }
        if (portion.size() < PORTION) {
            one.applied(clock.instant());
        }
    }

    private List<Done> apply(RosterImport one, List<RosterRows.Line> portion) {
        var judged = judge(one, portion);
        var done = new ArrayList<Done>();
        // Transfers are locked before members, everywhere.
        judged.getOrDefault(RowResult.CONFLICT_OTHER_ORG, List.of()).stream()
                .sorted(comparing(row -> row.person().memberId()))
                .forEach(row -> done.add(propose(row, requireNonNull(one.confirmedBy()))));
        done.addAll(follow(judged));
        done.addAll(begin(judged));
        var lines = done.stream().map(Done::line).collect(toSet());
        portion.stream()
                .filter(line -> !lines.contains(line.line()))
                .forEach(line -> done.add(Done.changedSince(line.line())));
        return done;
    }

    /** Those that still mean what was agreed to, at unions and groups that are still there, and still the import's. */
    private Map<RowResult, List<Judged>> judge(RosterImport one, List<RosterRows.Line> portion) {
        var unions = portion.stream()
                .map(line -> requireNonNull(line.row()).facts().organisationId())
                .collect(toSet());
        var active = holds.holdActive(below.among(one.organisationId(), unions));
        var groups = below.groups(active);
        var known = comparing.known(portion);
        return portion.stream()
                .filter(line -> isThere(requireNonNull(line.row()).facts(), active, groups))
                .map(line -> judged(line, requireNonNull(known.get(line.line()))))
                .flatMap(Optional::stream)
                .collect(groupingBy(Judged::result));
    }

    private static boolean isThere(RosterFacts facts, Set<UUID> unions, Set<UUID> groups) {
        return unions.contains(facts.organisationId()) && (facts.groupId() == null || groups.contains(facts.groupId()));
    }

    /** Empty when the row means something else by now. */
    private Optional<Judged> judged(RosterRows.Line line, Known known) {
        var row = requireNonNull(line.row());
        var result = comparing.judge(row, known);
        return result == line.result() ? Optional.of(new Judged(row, result, known)) : Optional.empty();
    }

    private Done propose(Judged row, String officer) {
        var person = row.person();
        try {
            return proposals
                    .propose(
                            person.memberId(),
                            person.organisationId(),
                            row.row().facts().organisationId(),
                            officer)
                    .map(transfer -> Done.proposed(row.row().line(), transfer))
                    .orElseGet(() -> Done.changedSince(row.row().line()));
        } catch (Problem endingUnion) {
            return Done.changedSince(row.row().line());
        }
    }

    private List<Done> follow(Map<RowResult, List<Judged>> judged) {
        var members = of(judged, RowResult.OK_UPDATE, RowResult.RETIRED).stream()
                .filter(row -> row.known().person() != null)
                .collect(toMap(row -> row.person().memberId(), row -> row));
        return changes.follow(members.values().stream().map(this::wanted).toList()).stream()
                .map(before -> Done.updated(
                        requireNonNull(members.get(before.memberId())).row().line(), before))
                .toList();
    }

    private RosterChanges.Wanted wanted(Judged row) {
        var person = row.person();
        var given = register.open(row.row().person(), row.row().personId()).phone();
        return new RosterChanges.Wanted(
                person.memberId(),
                person.personId(),
                person.version(),
                row.row().facts().over(person.roster()),
                RowRules.bringsPhone(person) ? given : null);
    }

    private List<Done> begin(Map<RowResult, List<Judged>> judged) {
        var today = ChinaTime.dayOf(clock.instant());
        var people = of(judged, RowResult.OK_NEW, RowResult.RETIRED).stream()
                .filter(row -> row.known().person() == null)
                .map(Judged::row)
                .toList();
        var begun = register.begin(people.stream()
                .map(row -> new NewMember(
                        row.personId(),
                        row.person(),
                        row.facts().organisationId(),
                        row.facts().joinedOn() == null ? today : row.facts().joinedOn(),
                        row.facts().roster()))
                .toList());
        return people.stream()
                .filter(row -> begun.containsKey(row.personId()))
                .map(row -> Done.admitted(row.line(), requireNonNull(begun.get(row.personId()))))
                .toList();
    }

    private static List<Judged> of(Map<RowResult, List<Judged>> judged, RowResult... results) {
        return Stream.of(results)
                .flatMap(result -> judged.getOrDefault(result, List.of()).stream())
                .toList();
    }
}
