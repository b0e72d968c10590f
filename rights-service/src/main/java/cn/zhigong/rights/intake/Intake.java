package cn.zhigong.rights.intake;

import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.rights.intake.DisputeProblem.CHANNEL_NOT_YOURS;
import static cn.zhigong.rights.intake.DisputeProblem.NO_DESK_IN_DISTRICT;
import static cn.zhigong.rights.intake.DisputeProblem.PARTY_CANNOT_SCREEN;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import cn.zhigong.rights.clock.Deadlines;
import cn.zhigong.rights.clock.DisputeLaw;
import cn.zhigong.rights.member.MemberAccounts;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers disputes and screens them: accepted with the clock of mediation started, refused, or handed on. */
@Singleton
class Intake {

    private static final String DISPUTE = "dispute";
    /** Before the labour law (劳动法) came into force there was nothing to know of. */
    private static final int EARLIEST_YEAR = 1995;

    private final Disputes disputes;
    private final Secrecy secrecy;
    private final Deadlines deadlines;
    private final MemberAccounts members;
    private final Directory directory;
    private final Access access;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Intake(
            Disputes disputes,
            Secrecy secrecy,
            Deadlines deadlines,
            MemberAccounts members,
            Directory directory,
            Access access,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.disputes = disputes;
        this.secrecy = secrecy;
        this.deadlines = deadlines;
        this.members = members;
        this.directory = directory;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The answer repeats nothing confidential: whoever filed it has just said it. */
    @Transactional
    DisputeView register(Filing filing, Caller caller) {
        refuseImpossibleDates(filing);
        var organisation = organisation(filing.desk());
        requireChannel(filing.channel(), organisation, caller);
        refuseUnknownClaimant(filing.claimantAccount(), caller);
        var now = clock.instant();
        var id = Ids.next();
        var dispute = new Dispute(id, filing, organisation, secrecy.locked(id, filing.confidential()), now);
        disputes.persist(dispute);
        LimitationRules.countedFrom(
                        filing.claims().stream().map(ClaimItem::kind).toList(),
                        filing.knewOn(),
                        filing.employmentEndedOn())
                .ifPresent(day -> {
                    var _ = deadlines.start(
                            DisputeLaw.LIMITATION,
                            id,
                            organisation,
                            day.atStartOfDay(ChinaTime.ZONE).toInstant());
                });
        outbox.publish(dispute.registered());
        audit.record("dispute.register", DISPUTE, id, Map.of("channel", filing.channel()));
        return view(dispute);
    }

    @Transactional
    DisputeView accept(UUID id, Caller caller) {
        var dispute = toScreen(id, caller);
        dispute.state().require(DisputeState.ACCEPTED);
        var mediation = deadlines.start(DisputeLaw.MEDIATION, id, dispute.organisationId(), dispute.receivedAt());
        outbox.publish(dispute.accept(mediation, clock.instant()));
        audit.record("dispute.accept", DISPUTE, id, Map.of());
        return view(dispute);
    }

    /**
     * Refuses to take it on.
     *
     * @param forum named exactly when the reason is that another body is competent
     */
    @Transactional
    DisputeView refuse(UUID id, RefusalReason reason, @Nullable Forum forum, Caller caller) {
        var dispute = toScreen(id, caller);
        outbox.publish(dispute.refuse(reason, forum, clock.instant()));
        deadlines.close(id);
        audit.record("dispute.refuse", DISPUTE, id, Map.of("reason", reason));
        return view(dispute);
    }

    @Transactional
    DisputeView transfer(UUID id, UUID to, Caller caller) {
        var dispute = toScreen(id, caller);
        dispute.state().require(DisputeState.REFERRED);
        if (directory.find(to).isEmpty() || to.equals(dispute.organisationId())) {
            throw INVALID_CONTENT.at("organisationId", "NOT_FOUND");
        }
        var from = dispute.organisationId();
        outbox.publish(dispute.transfer(to, clock.instant()));
        deadlines.handOver(id, to);
        audit.record("dispute.transfer", DISPUTE, id, Map.of("from", from, "to", to));
        return view(dispute);
    }

    private DisputeView view(Dispute dispute) {
        disputes.flush();
        return DisputeView.of(dispute, deadlines.of(dispute.id()), clock.instant());
    }

    private Dispute toScreen(UUID id, Caller caller) {
        var dispute = disputes.getLocked(id);
        access.require(caller, dispute.organisationId(), GrantRole.REVIEWER);
        if (dispute.isOf(caller.account())) {
            throw PARTY_CANNOT_SCREEN.problem();
        }
        return dispute;
    }

    private UUID organisation(Filing.Desk desk) {
        return switch (desk) {
            case Filing.Desk.Of(var id) ->
                directory
                        .find(id)
                        .orElseThrow(() -> INVALID_CONTENT.at("organisationId", "NOT_FOUND"))
                        .id();
            case Filing.Desk.InDistrict(var district) ->
                directory
                        .first("DISTRICT_FEDERATION", district)
                        .orElseThrow(() -> NO_DESK_IN_DISTRICT.with("district", district))
                        .id();
        };
    }

    private void requireChannel(Channel channel, UUID organisation, Caller caller) {
        switch (channel) {
            case ONLINE -> {
                if (!caller.is("member")) {
                    throw CHANNEL_NOT_YOURS.with("channel", channel);
                }
            }
            case ORAL, HOTLINE -> {
                if (!caller.is("officer") && !caller.is("mediator")) {
                    throw CHANNEL_NOT_YOURS.with("channel", channel);
                }
                if (!access.allows(caller, organisation, GrantRole.REVIEWER)) {
                    throw FORBIDDEN.with("needed", GrantRole.REVIEWER);
                }
            }
        }
    }

    /** Whoever the account belongs to reads what was told: a slip of the pen must not show it to nobody knows whom. */
    private void refuseUnknownClaimant(@Nullable String account, Caller caller) {
        if (account != null && !account.equals(caller.account()) && !members.isMembers(account)) {
            throw INVALID_CONTENT.at("claimant.account", "NOT_FOUND");
        }
    }

    private void refuseImpossibleDates(Filing filing) {
        var today = ChinaTime.dayOf(clock.instant());
        if (filing.knewOn().isAfter(today)) {
            throw INVALID_CONTENT.at("knewOn", "IN_THE_FUTURE");
        }
        if (filing.knewOn().getYear() < EARLIEST_YEAR) {
            throw INVALID_CONTENT.at("knewOn", "RANGE");
        }
        var ended = filing.employmentEndedOn();
        if (ended != null && ended.isAfter(today)) {
            throw INVALID_CONTENT.at("employmentEndedOn", "IN_THE_FUTURE");
        }
        if (ended != null && ended.getYear() < EARLIEST_YEAR) {
            throw INVALID_CONTENT.at("employmentEndedOn", "RANGE");
        }
    }
}
