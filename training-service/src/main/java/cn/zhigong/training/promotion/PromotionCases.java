package cn.zhigong.training.promotion;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.security.Subtrees;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class PromotionCases implements PanacheRepositoryBase<PromotionCase, UUID> {

    PromotionCase get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** For a change: nobody else changes the case before this transaction ends. */
    PromotionCase locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    boolean existsFor(UUID event, UUID person) {
        return count("eventId = ?1 and personId = ?2", event, person) > 0;
    }

    /** How often a person was promoted in the calendar year of a day, in any occupation. */
    int promotionsInYearOf(LocalDate day, UUID person) {
        var first = day.withDayOfYear(1);
        return (int) count(
                "personId = ?1 and state = ?2 and finalOn >= ?3 and finalOn < ?4",
                person,
                PromotionState.CERTIFIED,
                first,
                first.plusYears(1));
    }

    List<PromotionCase> ofPersons(Collection<UUID> persons) {
        return list("personId in ?1 order by id desc", persons);
    }

    /** Cases that the bureau was asked to decide. */
    List<PromotionCase> ofBureau(@Nullable PromotionState state, @Nullable UUID after, int rows) {
        var states = Arrays.stream(PromotionState.values())
                .filter(one -> one.isBureaus() && (state == null || one == state))
                .toList();
        return getEntityManager()
                .createQuery(
                        "from PromotionCase c where c.state in :states and (:after is null or c.id > :after) order by c.id",
                        PromotionCase.class)
                .setParameter("states", states)
                .setParameter("after", after)
                .setMaxResults(rows)
                .getResultList();
    }

    /** Cases of the members of unions in the subtrees. */
    List<PromotionCase> within(Subtrees subtrees, @Nullable PromotionState state, @Nullable UUID after, int rows) {
        @SuppressWarnings("unchecked")
        List<PromotionCase> found = getEntityManager()
                .createNativeQuery("""
                        select c.* from promotion_case c
                        join member_reference m on m.member_id = c.member_id
                        join directory_organisation o on o.id = m.organisation_id
                        where %s
                        and (cast(:state as text) is null or c.state = :state)
                        and (cast(:after as uuid) is null or c.id > :after)
                        order by c.id limit :rows
                        """.formatted(Subtrees.within("o.path", ":subtrees")), PromotionCase.class)
                .setParameter("subtrees", subtrees.parameter())
                .setParameter("state", state == null ? null : state.name())
                .setParameter("after", after)
                .setParameter("rows", rows)
                .getResultList();
        return found;
    }
}
