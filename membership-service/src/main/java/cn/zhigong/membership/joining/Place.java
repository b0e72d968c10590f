package cn.zhigong.membership.joining;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The union that takes a worker in, and the union group there.
 *
 * @param organisationId null where an officer names none: it is the one that the application lies with
 */
@Embeddable
record Place(@Nullable UUID organisationId, @Nullable UUID groupId) {

    /** What an officer says who changes nothing about where an application lies. */
    static final Place AS_ROUTED = new Place(null, null);
}
