package cn.zhigong.membership.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a membership move.
 *
 * @param applicationId in place of which application; null for one that was asked for as such
 * @param openedBy the account of the member, the officer or the applicant
 * @param askedByMember whether it is known to be the member's own wish
 */
record Wish(
        UUID memberId,
        UUID from,
        UUID to,
        @Nullable UUID applicationId,
        @Nullable TransferReason reason,
        String openedBy,
        boolean askedByMember) {}
