package cn.zhigong.membership.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of somebody who wants to join.
 *
 * @param membership the one they have, if any
 * @param ownAccount whether the account they applied with is known as that member's
 * @param accountOfAnother whether the account they applied with belongs to somebody else
 * @param phoneOfAnother whether their phone is the one of another person
 */
public record Standing(
        @Nullable Membership membership, boolean ownAccount, boolean accountOfAnother, boolean phoneOfAnother) {

    /** A membership that has not ended. */
    public record Membership(UUID memberId, UUID organisationId) {}
}
