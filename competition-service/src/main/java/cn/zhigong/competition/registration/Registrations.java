package cn.zhigong.competition.registration;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.problem.Constraints;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class Registrations implements PanacheRepositoryBase<Registration, UUID> {

    Registration get(UUID event, UUID id) {
        return find("id = ?1 and eventId = ?2", id, event).firstResultOptional().orElseThrow(NOT_FOUND::problem);
    }

    /** For a change: of two who change the entry at once the second sees what the first one did. */
    Registration locked(UUID event, UUID id) {
        return find("id = ?1 and eventId = ?2", id, event)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NOT_FOUND::problem);
    }

    /** Writes a new entry at once; says whether the person had none in the event. */
    boolean add(Registration entry) {
        try {
            persistAndFlush(entry);
            return true;
        } catch (RuntimeException failure) {
            if (Constraints.broken(failure).equals(Optional.of("one_entry_per_person_and_event"))) {
                return false;
            }
            throw failure;
        }
    }

    List<Registration> after(UUID event, @Nullable UUID after, int rows) {
        var query = after == null
                ? find("eventId = ?1 order by id", event)
                : find("eventId = ?1 and id > ?2 order by id", event, after);
        return query.page(Page.ofSize(rows)).list();
    }

    List<Registration> registered(UUID contest) {
        return list("contestId = ?1 and state = ?2 order by id", contest, RegistrationState.REGISTERED);
    }

    boolean isRegisteredForAny(Collection<UUID> events, String account) {
        return count("eventId in ?1 and account = ?2 and state = ?3", events, account, RegistrationState.REGISTERED)
                > 0;
    }

    List<Registration> registeredFor(UUID event) {
        return list("eventId = ?1 and state = ?2 order by id", event, RegistrationState.REGISTERED);
    }
}
