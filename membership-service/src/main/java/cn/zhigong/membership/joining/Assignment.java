package cn.zhigong.membership.joining;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The union that takes the worker in, where it is not the one they were routed to, and the group there. */
record Assignment(@Nullable UUID organisationId, @Nullable UUID groupId) {

    static final Assignment AS_ROUTED = new Assignment(null, null);
}
