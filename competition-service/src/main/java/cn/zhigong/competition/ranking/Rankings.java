package cn.zhigong.competition.ranking;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Rankings implements PanacheRepositoryBase<Ranking, UUID> {

    Ranking get(UUID event) {
        return findByIdOptional(event).orElseThrow(NOT_FOUND::problem);
    }

    List<Ranking> ofContest(UUID contest) {
        return list("contestId", contest);
    }
}
