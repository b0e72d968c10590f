package cn.zhigong.membership.joining;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who joins together.
 *
 * @param joinCode by which they applied
 * @param organisationId the union that prepared it
 * @param groupId a union group of it, for those whose code named none
 */
public record Together(
        UUID joinCode, UUID organisationId, @Nullable UUID groupId) {

    Place of(JoinApplication application) {
        var free = application.groupId() == null && organisationId.equals(application.organisationId());
        return free ? new Place(null, groupId) : Place.AS_ROUTED;
    }
}
