package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.GRANT_OUTLIVES_GIVER;
import static cn.zhigong.membership.organisation.OrganisationProblem.GRANT_OVERLAPS;
import static cn.zhigong.membership.organisation.OrganisationProblem.SELF_GRANT;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Giving officers their roles and taking them back. Nobody gives more than they hold, nor for longer, and nothing to
 * themselves.
 */
@Singleton
class Appointing {

    private final Organisations organisations;
    private final OfficerGrants grants;
    private final Access access;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Appointing(
            Organisations organisations,
            OfficerGrants grants,
            Access access,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.organisations = organisations;
        this.grants = grants;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param from now when absent */
    record Appointment(
            String account,
            GrantRole role,
            @Nullable Instant from,
            @Nullable Instant until) {}

    @Transactional
    public OfficerGrantView appoint(Caller caller, UUID organisation, Appointment wanted) {
        requireToGive(caller, organisation, wanted.role());
        if (wanted.account().equals(caller.account()) && !caller.is(Access.ADMIN)) {
            throw SELF_GRANT.problem();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var from = Objects.requireNonNullElse(wanted.from(), now);
        if (wanted.until() != null && !wanted.until().isAfter(from)) {
            throw INVALID_CONTENT.at("until", "NOT_AFTER_START");
        }
        if (!caller.is(Access.ADMIN)) {
            requireWithinOwn(caller, organisation, wanted, from, now);
        }
        // Locked, so that of two equal grants at once the second finds the first.
        organisations.lock(organisation);
        if (grants.overlap(organisation, wanted.account(), wanted.role(), from, wanted.until())) {
            throw GRANT_OVERLAPS.problem();
        }
        var given = new OfficerGrant(
                Ids.next(), organisation, wanted.account(), wanted.role(), from, wanted.until(), caller.account(), now);
        grants.persist(given);
        return published(given, "officer.appoint");
    }

    /** Takes a grant back at once; who could have given it may revoke it, and everybody their own. */
    @Transactional
    public OfficerGrantView revoke(Caller caller, UUID organisation, UUID grantId, String reason) {
        access.require(caller, organisation, GrantRole.VIEWER);
        var grant = grants.get(organisation, grantId);
        if (!grant.account().equals(caller.account())) {
            requireToGive(caller, organisation, grant.role());
        }
        grant.revoke(reason, caller.account(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return published(grant, "officer.revoke");
    }

    @Transactional
    public OfficerGrantView read(Caller caller, UUID organisation, UUID grantId) {
        access.require(caller, organisation, GrantRole.VIEWER);
        return OfficerGrantView.of(grants.get(organisation, grantId));
    }

    @Transactional
    public List<OfficerGrantView> list(
            Caller caller, UUID organisation, @Nullable Instant at, @Nullable UUID after, int most) {
        access.require(caller, organisation, GrantRole.VIEWER);
        return grants.page(organisation, at, after, most).stream()
                .map(OfficerGrantView::of)
                .toList();
    }

    private void requireToGive(Caller caller, UUID organisation, GrantRole role) {
        access.require(caller, organisation, GrantRole.OFFICER);
        access.require(caller, organisation, role);
    }

    private void requireWithinOwn(Caller caller, UUID organisation, Appointment wanted, Instant from, Instant now) {
        if (GrantRules.isBackdated(from, now)) {
            throw INVALID_CONTENT.at("from", "IN_THE_PAST");
        }
        var ends = grants.endsOver(organisation, caller.account(), GrantRules.thatGive(wanted.role()), now);
        if (GrantRules.outlives(wanted.until(), ends)) {
            var latest = ends.stream().flatMap(Stream::ofNullable).max(Comparator.naturalOrder());
            throw GRANT_OUTLIVES_GIVER.with("latest", latest.orElse(now));
        }
    }

    private OfficerGrantView published(OfficerGrant grant, String action) {
        grants.flush();
        outbox.publish(grant.changed());
        audit.record(
                action,
                "organisation",
                grant.organisationId(),
                Map.of("grant", grant.id(), "account", grant.account(), "role", grant.role()));
        return OfficerGrantView.of(grant);
    }
}
