package cn.zhigong.competition.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership (会员).
 *
 * @param account the login it is linked to, if there is one
 * @param state as the membership service calls it; those who are {@code ACTIVE}, or on the move to another union
 *     ({@code TRANSFERRING}), may enter contests
 */
public record MemberReference(
        UUID memberId, UUID personId, @Nullable String account, UUID organisationId, String state) {

    public boolean isActive() {
        return state.equals("ACTIVE") || state.equals("TRANSFERRING");
    }
}
