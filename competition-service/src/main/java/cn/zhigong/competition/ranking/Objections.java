package cn.zhigong.competition.ranking;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.competition.ranking.PublicityRules.ObjectionCount;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class Objections implements PanacheRepositoryBase<Objection, UUID> {

    Objection get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    UUID contestOf(UUID id) {
        return getEntityManager()
                .createQuery("select o.contestId from Objection o where o.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NOT_FOUND::problem);
    }

    ObjectionCount pending(UUID contest) {
        return new ObjectionCount(
                count("contestId = ?1 and state = ?2", contest, Objection.State.OPEN),
                count("contestId = ?1 and state = ?2 and correctedAt is null", contest, Objection.State.UPHELD));
    }

    List<Objection> upheld(UUID contest) {
        return list("contestId = ?1 and state = ?2", contest, Objection.State.UPHELD);
    }

    boolean isPendingOf(String account, UUID contest) {
        return count("contestId = ?1 and account = ?2 and state = ?3", contest, account, Objection.State.OPEN) > 0;
    }

    List<Objection> after(UUID contest, @Nullable UUID after, int rows) {
        var query = after == null
                ? find("contestId = ?1 order by id", contest)
                : find("contestId = ?1 and id > ?2 order by id", contest, after);
        return query.page(Page.ofSize(rows)).list();
    }
}
