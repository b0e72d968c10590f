package cn.zhigong.training.promotion;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.training.certificate.Certificates;
import cn.zhigong.training.member.MemberReferences;
import cn.zhigong.training.promotion.PromotionRules.Decision;
import cn.zhigong.training.promotion.PromotionRules.Place;
import cn.zhigong.training.promotion.PromotionRules.Standing;
import cn.zhigong.training.skill.SkillLevel;
import cn.zhigong.training.skill.SkillRecords;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The course of promotion cases, from the final result to the certificate. */
@Singleton
@Transactional
class Promoting {

    private final PromotionCases cases;
    private final RuleBook book;
    private final SkillRecords records;
    private final Certificates certificates;
    private final MemberReferences members;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    Promoting(
            PromotionCases cases,
            RuleBook book,
            SkillRecords records,
            Certificates certificates,
            MemberReferences members,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.cases = cases;
        this.book = book;
        this.records = records;
        this.certificates = certificates;
        this.members = members;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a case for everybody whose place falls under a rule, once for each event and person. */
    void open(ContestResult result) {
        var contestClass = result.contestClass();
        if (contestClass == null) {
            return;
        }
        result.results().stream()
                // Persons are held in one order, so that two results can never wait for each other.
                .sorted(Comparator.comparing(ContestResult.Ranked::personId))
                .forEach(place -> open(result, contestClass, place));
    }

    private void open(ContestResult result, String contestClass, ContestResult.Ranked ranked) {
        var place = new Place(contestClass, ranked.rank(), result.participants(), result.finalOn());
        var rule = PromotionRules.ruleFor(place, book.rules());
        if (rule.isEmpty()) {
            return;
        }
        records.hold(ranked.personId());
        if (cases.existsFor(result.eventId(), ranked.personId())) {
            return;
        }
        var promotion = new PromotionCase(result, ranked, rule.get(), clock.instant());
        var standing = standing(promotion);
        promotion.judged(standing.level(), PromotionRules.decide(promotion.rule(), standing));
        cases.persistAndFlush(promotion);
        audit.record("promotion.open", "promotion-case", promotion.id(), Map.of("state", promotion.state()));
    }

    private Standing standing(PromotionCase promotion) {
        return new Standing(
                records.levelOf(promotion.personId(), promotion.occupation()).orElse(null),
                cases.promotionsInYearOf(promotion.finalOn(), promotion.personId()));
    }

    /**
     * The union submits what is due now, which need not be what was proposed when the case was opened. What now stands
     * against it is kept, though the request is refused for it.
     */
    @Transactional(dontRollbackOn = Problem.class)
    PromotionView submit(Caller caller, UUID id) {
        var promotion = cases.locked(id);
        requireUnion(caller, promotion, GrantRole.OFFICER);
        promotion.state().require(PromotionState.SUBMITTED);
        records.hold(promotion.personId());
        var standing = standing(promotion);
        return switch (PromotionRules.decide(promotion.rule(), standing)) {
            case Decision.Promote promote -> {
                promotion.submit(standing.level(), promote.level());
                yield said("promotion.submit", promotion, Map.of("level", promote.level()));
            }
            case Decision.Decline decline -> {
                promotion.judged(standing.level(), decline);
                var _ = said("promotion.decline", promotion, Map.of("reasons", decline.reasons()));
                throw PromotionProblem.NO_LONGER_ELIGIBLE.with("reasons", decline.reasons());
            }
        };
    }

    /** The bureau approves: certificate, skill record and the word to others stand or fall with it. */
    PromotionView approve(UUID id, String approvalNumber) {
        var promotion = submitted(id);
        promotion.state().require(PromotionState.APPROVED);
        var level = stillDue(promotion);
        promotion.approve(approvalNumber);
        var number = certificates.issue(promotion.personId(), promotion.id(), promotion.occupation(), level);
        promotion.certify(number);
        var today = ChinaTime.dayOf(clock.instant());
        records.promote(promotion.personId(), promotion.memberId(), promotion.occupation(), level, number, today);
        return said("promotion.approve", promotion, Map.of("certificate", number));
    }

    PromotionView refuse(UUID id, String reason) {
        var promotion = submitted(id);
        promotion.refuse(reason);
        return said("promotion.refuse", promotion, Map.of());
    }

    /** Cases that nobody has submitted do not exist for the bureau. */
    private PromotionCase submitted(UUID id) {
        var promotion = cases.locked(id);
        if (!promotion.state().isBureaus()) {
            throw NOT_FOUND.problem();
        }
        return promotion;
    }

    /** The level that was submitted, if it is still due: another promotion may have come in between. */
    private SkillLevel stillDue(PromotionCase promotion) {
        records.hold(promotion.personId());
        return switch (PromotionRules.decide(promotion.rule(), standing(promotion))) {
            case Decision.Promote promote when promote.level() == promotion.proposedLevel() -> promote.level();
            case Decision.Promote _ ->
                throw PromotionProblem.NO_LONGER_ELIGIBLE.with("reasons", List.of("LEVEL_CHANGED"));
            case Decision.Decline decline ->
                throw PromotionProblem.NO_LONGER_ELIGIBLE.with("reasons", decline.reasons());
        };
    }

    PromotionView look(Caller caller, UUID id) {
        var promotion = cases.get(id);
        var bureaus = isBureau(caller) && promotion.state().isBureaus();
        var own = members.personsOf(caller.account()).contains(promotion.personId());
        if (!bureaus && !own) {
            requireUnion(caller, promotion, GrantRole.VIEWER);
        }
        return PromotionView.of(promotion);
    }

    List<PromotionView> mine(Caller caller) {
        return cases.ofPersons(members.personsOf(caller.account())).stream()
                .map(PromotionView::of)
                .toList();
    }

    List<PromotionView> list(
            Caller caller, @Nullable PromotionState state, @Nullable UUID under, @Nullable UUID after, int rows) {
        var found = isBureau(caller)
                ? cases.ofBureau(state, after, rows)
                : cases.within(access.visible(caller, under, GrantRole.VIEWER), state, after, rows);
        return found.stream().map(PromotionView::of).toList();
    }

    private static boolean isBureau(Caller caller) {
        return caller.is("bureau") || caller.is("training:promotions:read") || caller.is("training:promotions:write");
    }

    private void requireUnion(Caller caller, PromotionCase promotion, GrantRole needed) {
        access.require(caller, members.unionOf(promotion.memberId()).orElseThrow(NOT_FOUND::problem), needed);
    }

    private PromotionView said(String action, PromotionCase promotion, Map<String, ?> detail) {
        cases.flush();
        audit.record(action, "promotion-case", promotion.id(), detail);
        return PromotionView.of(promotion);
    }
}
