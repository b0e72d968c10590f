package cn.zhigong.membership.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a union's own records (花名册) say of a member beside who they are.
 *
 * @param retired whether the membership is retained because they no longer work
 */
public record Roster(
        @Nullable UUID groupId,
        EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        boolean retired) {}
