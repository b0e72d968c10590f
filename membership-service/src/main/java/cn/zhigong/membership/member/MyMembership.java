package cn.zhigong.membership.member;

import cn.zhigong.platform.http.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's own membership, as they see it: their name in full, number and phone masked.
 *
 * @param joinedOn the day they first joined, kept for life
 */
record MyMembership(
        UUID id,
        String number,
        String name,
        String identity,
        String phone,
        MemberState state,
        LocalDate joinedOn,
        UUID organisationId,
        String organisationName,
        @Nullable UUID groupId,
        EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        List<Skill> skills,
        long version)
        implements Versioned {

    /** A skill level (职业技能等级) reached in an occupation. */
    record Skill(String occupation, String level, @Nullable String certificateNumber, LocalDate reachedOn) {}

    /** The e-card (电子会员卡). */
    record Card(
            String memberNumber,
            String organisationName,
            String name,
            String maskedName,
            LocalDate joinedOn,
            MemberState state) {}
}
