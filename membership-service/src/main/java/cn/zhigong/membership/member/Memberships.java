package cn.zhigong.membership.member;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The register of members, as other features of this service use it: always within their transaction. */
@Singleton
@Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
public class Memberships {

    private final Members members;
    private final Persons persons;
    private final OrganisationHolds holds;
    private final Seals seals;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Memberships(
            Members members,
            Persons persons,
            OrganisationHolds holds,
            Seals seals,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.members = members;
        this.persons = persons;
        this.holds = holds;
        this.seals = seals;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the register knows of each claimant, by the claimant's key. */
    public Map<UUID, Standing> standings(List<Claimant> claimants) {
        return persons.standings(claimants);
    }

    /** Whether an account is known as the login of the person with this document. */
    public boolean isLoginOf(String account, SealedPerson person) {
        return persons.isLoginOf(account, person.identityIndex());
    }

    /**
     * Begins a membership today, unless the person has one.
     *
     * @throws Problem when the union has ended or is being ended
     */
    public Admission admit(Admittance admittance) {
        holds.hold(admittance.organisationId());
        var newPerson = Ids.next();
        var person = members.claimIdentity(seals.indexOf(admittance.person().identity()), newPerson);
        var current = members.current(person);
        if (current.isPresent()) {
            return new Admission.AlreadyMember(current.get());
        }
        var data = seals.seal(admittance.person(), Person.TABLE, person);
        if (person.equals(newPerson)) {
            persons.persist(new Person(person, data, clock.instant()));
        } else {
            persons.findById(person).become(data);
        }
        var today = ChinaTime.dayOf(clock.instant());
        var member = new Member(Ids.next(), person, members.nextNumber(), admittance, today);
        var login = admittance.account();
        // A login that is somebody else's stays theirs; the reviewer was warned of it.
        var isTheirs = login != null && members.claimAccount(login, person).equals(person);
        outbox.publish(member.begin(isTheirs ? login : null));
        members.persistAndFlush(member);
        audit.record("member.join", "member", member.id(), Map.of("organisationId", member.organisationId()));
        return new Admission.Admitted(member.id());
    }
}
