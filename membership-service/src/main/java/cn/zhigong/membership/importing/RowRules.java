package cn.zhigong.membership.importing;

import cn.zhigong.membership.member.Known;
import cn.zhigong.membership.member.MemberState;
import cn.zhigong.platform.reference.PersonName;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row that can be read means to the register. */
final class RowRules {

    /**
     * Everything it depends on.
     *
     * @param name that the row gives; null where nobody has the document
     * @param firstInFile whether the person stands nowhere further up
     * @param known what the register has
     */
    record Found(@Nullable PersonName name, RosterFacts facts, boolean firstInFile, Known known) {}

    private RowRules() {}

    static RowResult decide(Found found) {
        if (!found.firstInFile()) {
            return RowResult.DUP_IN_FILE;
        }
        var person = found.known().person();
        if (person == null) {
            return found.facts().retired() ? RowResult.RETIRED : RowResult.OK_NEW;
        }
        // Before all that would tell whose member somebody is: who has only a number learns no more than this.
        if (!person.name().equals(found.name())) {
            return RowResult.NAME_MISMATCH;
        }
        if (!person.state().isMembership()) {
            return RowResult.BLOCKED_WITHDRAWN;
        }
        return person.organisationId().equals(found.facts().organisationId())
                ? ofMember(found.facts(), person)
                : RowResult.CONFLICT_OTHER_ORG;
    }

    private static RowResult ofMember(RosterFacts facts, Known.KnownPerson member) {
        var changes = changes(facts, member);
        if (changes.contains(RosterField.STANDING)) {
            return RowResult.RETIRED;
        }
        return changes.isEmpty() ? RowResult.DUP_IN_DB_SAME_ORG : RowResult.OK_UPDATE;
    }

    /** What a row would change of a member of the union that it names. */
    static Set<RosterField> changes(RosterFacts facts, Known.KnownPerson member) {
        var known = member.roster();
        var newer = facts.over(known);
        var changes = EnumSet.noneOf(RosterField.class);
        note(changes, RosterField.PHONE, bringsPhone(member));
        note(changes, RosterField.GROUP, !Objects.equals(newer.groupId(), known.groupId()));
        note(changes, RosterField.EMPLOYMENT_FORM, newer.employmentForm() != known.employmentForm());
        note(changes, RosterField.WORKER_GROUP, newer.workerGroup() != known.workerGroup());
        // Who is on the move arrives first.
        note(changes, RosterField.STANDING, facts.retired() && member.state() == MemberState.ACTIVE);
        return changes;
    }

    private static void note(Set<RosterField> changes, RosterField field, boolean changed) {
        if (changed) {
            changes.add(field);
        }
    }

    /** Whether a row's phone replaces the one that is known: not of somebody who looks after their own data. */
    static boolean bringsPhone(Known.KnownPerson member) {
        return !member.samePhone() && !member.hasLogin();
    }
}
