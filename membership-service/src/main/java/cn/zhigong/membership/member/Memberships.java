package cn.zhigong.membership.member;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.time.Ids;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The register of members, as other features of this service use it: always within their transaction. */
@Singleton
@Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
public class Memberships {

    private final Members members;
    private final Persons persons;
    private final Transfers transfers;
    private final OrganisationHolds holds;
    private final List<TransferProposer> proposers;
    private final Seals seals;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Memberships(
            Members members,
            Persons persons,
            Transfers transfers,
            OrganisationHolds holds,
            @All List<TransferProposer> proposers,
            Seals seals,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.members = members;
        this.persons = persons;
        this.transfers = transfers;
        this.holds = holds;
        this.proposers = proposers;
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

    /**
     * Proposes to move a membership to another union; nothing changes for the member until the transfer completes.
     *
     * @return empty when a transfer of this membership is open already
     * @throws Problem when one of the unions has ended or is being ended
     */
    public Optional<UUID> proposeTransfer(Standing.Membership membership, UUID target, UUID application) {
        holds.hold(membership.organisationId());
        holds.hold(target);
        var transfer = new Transfer(Ids.next(), membership, target, application, clock.instant());
        if (!transfers.open(transfer)) {
            return Optional.empty();
        }
        audit.record("transfer.propose", "transfer", transfer.id(), Map.of("applicationId", application));
        return Optional.of(transfer.id());
    }

    /**
     * Takes a proposal back, if it still can be. What the new union has accepted goes on: whoever is not to know of the
     * transfer must not learn of it by being refused.
     */
    public void cancelTransfer(UUID id) {
        var transfer = transfers.locked(id);
        if (transfer.canBeCancelled()) {
            cancel(transfer);
        }
    }

    private void cancel(Transfer transfer) {
        transfer.cancel();
        audit.record("transfer.cancel", "transfer", transfer.id(), Map.of());
    }

    /**
     * Of two unions that become one: the member is where they were to go. What was accepted is thereby done, everything
     * else taken back.
     */
    void endTransfersBetween(UUID ended, UUID successor) {
        for (var proposal : transfers.openBetween(ended, successor)) {
            var application = proposal.applicationId();
            if (application != null) {
                // First, as whoever withdraws an application locks it before its transfer.
                proposers.forEach(proposer -> proposer.unionsMerged(application));
            }
            var transfer = transfers.locked(proposal.id());
            if (transfer.canBeCancelled()) {
                cancel(transfer);
            } else if (transfer.state().isOpen()) {
                transfer.complete();
                audit.record("transfer.complete", "transfer", transfer.id(), Map.of());
            }
        }
    }
}
