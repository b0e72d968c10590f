package cn.zhigong.membership.joining;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.joining.Rivals.Rival;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Closes what others sent in for somebody who then applies with a confirmed login. */
@Singleton
class Superseding {

    /**
     * What stands in the way of applications.
     *
     * @param cleared those whose person has no other under review any more
     * @param later those that cannot be judged now, because somebody is at work on the other one
     */
    record Way(Set<UUID> cleared, Set<UUID> later) {}

    private final JoinApplications applications;
    private final Rivals rivals;
    private final JoinCodes codes;
    private final Outbox outbox;
    private final Audit audit;

    Superseding(JoinApplications applications, Rivals rivals, JoinCodes codes, Outbox outbox, Audit audit) {
        this.applications = applications;
        this.rivals = rivals;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Clears the way for applications with a confirmed login, each of another person who has one under review. Call it
     * before anything else is written, as filing takes the code first, too.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Way clear(List<UUID> confirmed) {
        if (confirmed.isEmpty()) {
            return new Way(Set.of(), Set.of());
        }
        var found = rivals.lock(confirmed);
        var later = new HashSet<>(confirmed);
        found.forEach(rival -> later.remove(rival.of()));
        var superseded = found.stream()
                .filter(rival -> DuplicateRules.makesWay(rival.state(), rival.confirmed(), true))
                .toList();
        // In one order, so that two who give back several wait for each other but not in a circle.
        superseded.stream()
                .flatMap(rival -> Optional.ofNullable(rival.joinCodeId()).stream())
                .sorted()
                .forEach(codes::giveBack);
        superseded.forEach(this::supersede);
        // The index lets nobody under review before the other one has left it.
        applications.flush();
        return new Way(superseded.stream().map(Rival::of).collect(Collectors.toSet()), later);
    }

    private void supersede(Rival rival) {
        outbox.publish(applications.locked(rival.id()).supersede());
        audit.record("join-application.supersede", "join-application", rival.id(), Map.of("by", rival.of()));
    }
}
