package cn.zhigong.membership.member;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.reference.MobilePhone;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Members as their union's records have them, and back again; within the caller's transaction. The caller writes the
 * audit entry of all.
 */
@Singleton
@Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
public class RosterChanges {

    /**
     * What the records say of a member.
     *
     * @param version of the membership that they were compared with
     * @param phone a newer one; null when it is the same, or the member looks after it
     */
    public record Wanted(
            UUID memberId,
            UUID personId,
            long version,
            Roster roster,
            @Nullable MobilePhone phone) {}

    /**
     * What was before.
     *
     * @param phone the one that was replaced; null when it was not
     * @param version of the membership since
     */
    public record Followed(
            UUID memberId, UUID personId, Roster before, SealedPerson.@Nullable Indexed phone, long version) {}

    private final Members members;
    private final Persons persons;
    private final Seals seals;
    private final Outbox outbox;

    RosterChanges(Members members, Persons persons, Seals seals, Outbox outbox) {
        this.members = members;
        this.persons = persons;
        this.seals = seals;
        this.outbox = outbox;
    }

    /** Changes those that are still what they were compared as; gives them as they were. */
    public List<Followed> follow(List<Wanted> wanted) {
        var changes = wanted.stream().collect(toMap(Wanted::memberId, identity()));
        return change(List.copyOf(changes.keySet()), member -> {
            var change = requireNonNull(changes.get(member.id()));
            if (member.version() != change.version()) {
                return Optional.empty();
            }
            var before = member.roster();
            member.follow(change.roster());
            var phone = change.phone() == null ? null : callAt(change.personId(), change.phone());
            return Optional.of(version -> new Followed(member.id(), member.personId(), before, phone, version));
        });
    }

    /** Changes back those that nothing else has changed since; gives their ids. */
    public List<UUID> revert(List<Followed> done) {
        var changes = done.stream().collect(toMap(Followed::memberId, identity()));
        return change(List.copyOf(changes.keySet()), member -> {
            var change = requireNonNull(changes.get(member.id()));
            if (member.version() != change.version()) {
                return Optional.empty();
            }
            member.revert(change.before());
            if (change.phone() != null) {
                var person = persons.findById(change.personId());
                person.become(person.data().withPhone(change.phone()));
            }
            return Optional.of(_ -> member.id());
        });
    }

    /** How many of these nothing else has changed since. */
    public int countUntouched(List<Followed> done) {
        var versions = members.versionsOf(done.stream().map(Followed::memberId).toList());
        return (int) done.stream()
                .filter(one -> Long.valueOf(one.version()).equals(versions.get(one.memberId())))
                .count();
    }

    private SealedPerson.Indexed callAt(UUID id, MobilePhone phone) {
        var person = persons.findById(id);
        var before =
                new SealedPerson.Indexed(person.data().phone(), person.data().phoneIndex());
        person.become(person.data().withPhone(seals.seal(phone, Person.TABLE, id)));
        return before;
    }

    /** What is made of a change, once the version that it gave the membership is known. */
    private interface Made<T> {
        T of(long version);
    }

    private <T> List<T> change(List<UUID> ids, Function<Member, Optional<Made<T>>> step) {
        var made = new LinkedHashMap<Member, Made<T>>();
        for (var member : members.lockedInOrder(ids)) {
            step.apply(member).ifPresent(change -> made.put(member, change));
        }
        members.flush();
        // A phone stands beside the membership; what changed it must show in the version all the same.
        made.keySet().forEach(members::advance);
        made.keySet().forEach(member -> outbox.publish(member.changed()));
        return made.entrySet().stream()
                .map(change -> change.getValue().of(change.getKey().version()))
                .toList();
    }
}
