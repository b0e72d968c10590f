package cn.zhigong.competition.contest;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.security.Subtrees;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class Contests implements PanacheRepositoryBase<Contest, UUID> {

    /** What a list asks for; {@code subtrees} are those whose unpublished contests the caller may see. */
    record Wanted(@Nullable ContestState state, @Nullable Integer year, Subtrees subtrees) {}

    Contest get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** For a change: nobody else changes the contest before this transaction ends. */
    Contest locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    /** For work that relies on the state: the contest is not changed before this transaction ends. */
    Contest held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ).orElseThrow(NOT_FOUND::problem);
    }

    /** Those whose provisional list is shown, oldest first. */
    List<UUID> onNotice() {
        return getEntityManager()
                .createQuery(
                        "select c.id from Contest c where c.state in (PUBLICITY, OBJECTION_HANDLING) order by c.id",
                        UUID.class)
                .getResultList();
    }

    UUID ofEvent(UUID event) {
        return getEntityManager()
                .createQuery("select e.contest.id from EventOfContest e where e.id = :event", UUID.class)
                .setParameter("event", event)
                .getResultStream()
                .findFirst()
                .orElseThrow(NOT_FOUND::problem);
    }

    List<Contest> after(@Nullable UUID after, int rows, Wanted wanted) {
        @SuppressWarnings("unchecked")
        List<Contest> found = getEntityManager()
                .createNativeQuery("""
                        select c.* from contest c left join directory_organisation o on o.id = c.organiser_id
                        where (c.published_at is not null or %s)
                        and (cast(:state as text) is null or c.state = :state)
                        and (cast(:year as int) is null or c.year = :year)
                        and (cast(:after as uuid) is null or c.id > :after)
                        order by c.id limit :rows
                        """.formatted(Subtrees.within("o.path", ":subtrees")), Contest.class)
                .setParameter("subtrees", wanted.subtrees().parameter())
                .setParameter(
                        "state", wanted.state() == null ? null : wanted.state().name())
                .setParameter("year", wanted.year())
                .setParameter("after", after)
                .setParameter("rows", rows)
                .getResultList();
        return found;
    }
}
