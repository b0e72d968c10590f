package cn.zhigong.membership.joincode;

import static cn.zhigong.membership.joincode.JoinCodeProblem.JOIN_CODE_OF_OTHER_KIND;
import static cn.zhigong.membership.joincode.JoinCodeProblem.ORGANISATION_TAKES_NO_MEMBERS;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.membership.joincode.JoinCodeRules.State;
import cn.zhigong.membership.joincode.JoinCodeStore.Found;
import cn.zhigong.membership.organisation.OrganisationRules;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.problem.CommonProblem;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.state.Steps;
import cn.zhigong.platform.time.Ids;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What officers do with join codes: hand them out, show them, take them back. */
@Singleton
class Issuing {

    /** What an officer asks for; absent {@code validFrom} is now, absent {@code maxUses} is no limit. */
    record Wanted(
            JoinCodes.Kind kind,
            @Nullable UUID groupId,
            @Nullable Instant validFrom,
            Instant validUntil,
            @Nullable Integer maxUses) {}

    /**
     * What a display of a live code shows now.
     *
     * @param changesAt when it has to ask again
     */
    record Live(String code, String url, Instant changesAt) {}

    /** What is printed or shown of a code. */
    record Display(Found found, String url) {}

    private final JoinCodeStore store;
    private final CodeSeals seals;
    private final PublicAddress address;
    private final Directory directory;
    private final UnionFinder unions;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    Issuing(
            JoinCodeStore store,
            CodeSeals seals,
            PublicAddress address,
            Directory directory,
            UnionFinder unions,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.seals = seals;
        this.address = address;
        this.directory = directory;
        this.unions = unions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    JoinCodeView issue(Caller officer, UUID organisation, Wanted wanted) {
        access.require(officer, organisation, GrantRole.OFFICER);
        var union = directory.find(organisation).orElseThrow(CommonProblem.NOT_FOUND::problem);
        if (!OrganisationRules.holdsMembers(union.level())) {
            throw ORGANISATION_TAKES_NO_MEMBERS.with("level", union.level());
        }
        var group = wanted.groupId();
        if (group != null && !unions.hasGroup(organisation, group)) {
            throw INVALID_CONTENT.at("groupId", "NOT_FOUND");
        }
        var now = clock.instant();
        var from = Optional.ofNullable(wanted.validFrom()).orElse(now);
        if (!JoinCodeRules.isSensibleWindow(from, wanted.validUntil(), now)) {
            throw INVALID_CONTENT.at("validUntil", "JOIN_CODE_WINDOW");
        }
        var code = new JoinCode(
                Ids.next(),
                organisation,
                group,
                wanted.kind(),
                from,
                wanted.validUntil(),
                wanted.maxUses(),
                0,
                officer.account(),
                officer.is(Access.ADMIN),
                now,
                null);
        store.add(code, CodeText.random());
        audit.record("join-code.issue", "join-code", code.id(), Map.of("kind", code.kind()));
        return view(store.find(code.id(), now).orElseThrow(), true);
    }

    List<JoinCodeView> list(Caller officer, UUID organisation, @Nullable UUID after, int most) {
        access.require(officer, organisation, GrantRole.VIEWER);
        var mayIssue = access.allows(officer, organisation, GrantRole.OFFICER);
        return store.listOf(organisation, after, most, clock.instant()).stream()
                .map(found -> view(found, mayIssue))
                .toList();
    }

    @Transactional
    JoinCodeView revoke(Caller officer, String code) {
        var found = of(officer, code);
        if (!store.revoke(found.code().id(), officer.account(), clock.instant())) {
            throw Steps.ended(State.REVOKED);
        }
        audit.record("join-code.revoke", "join-code", found.code().id(), Map.of());
        return view(of(officer, code), true);
    }

    /** What the display shows at this moment. */
    Live live(Caller officer, String code) {
        var found = ofKind(JoinCodes.Kind.LIVE, of(officer, code));
        var now = clock.instant();
        var shown = seals.shown(found.handle(), now).toString();
        return new Live(shown, address.joinPage(shown), JoinCodeRules.liveChangesAt(now));
    }

    /** What a QR carries: the printed code, or what the live one is at this moment. */
    Display display(Caller officer, String code) {
        var found = of(officer, code);
        return switch (found.code().kind()) {
            case POSTER -> new Display(found, address.joinPage(found.handle()));
            case LIVE ->
                new Display(
                        found,
                        address.joinPage(
                                seals.shown(found.handle(), clock.instant()).toString()));
        };
    }

    /** What a poster carries; a live code cannot be printed. */
    Display poster(Caller officer, String code) {
        var display = display(officer, code);
        ofKind(JoinCodes.Kind.POSTER, display.found());
        return display;
    }

    @CanIgnoreReturnValue
    private static Found ofKind(JoinCodes.Kind needed, Found found) {
        if (found.code().kind() != needed) {
            throw JOIN_CODE_OF_OTHER_KIND.with("kind", found.code().kind());
        }
        return found;
    }

    /** By the code or by its id; only for those who may issue codes at its union. Others cannot tell it from none. */
    private Found of(Caller officer, String code) {
        var now = clock.instant();
        var found = asId(code)
                .map(id -> store.find(id, now))
                .orElseGet(() -> Presented.read(code).flatMap(given -> store.find(given.handle(), now)))
                .orElseThrow(CommonProblem.NOT_FOUND::problem);
        access.require(officer, found.code().organisationId(), GrantRole.OFFICER);
        return found;
    }

    private static Optional<UUID> asId(String code) {
        try {
            return code.length() == 36 ? Optional.of(UUID.fromString(code)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private JoinCodeView view(Found found, boolean withCode) {
        var url = found.code().kind() == JoinCodes.Kind.POSTER ? address.joinPage(found.handle()) : null;
        return JoinCodeView.of(found, url, withCode, clock.instant());
    }
}
