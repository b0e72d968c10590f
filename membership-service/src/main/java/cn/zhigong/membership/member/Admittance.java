package cn.zhigong.membership.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a union decided: this person joins here.
 *
 * @param account the login by which they applied; null for one who proved only a phone
 */
public record Admittance(
        PersonalData person,
        @Nullable String account,
        UUID organisationId,
        @Nullable UUID groupId,
        EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        Channel channel) {}
