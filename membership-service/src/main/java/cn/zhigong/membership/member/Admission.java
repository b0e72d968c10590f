package cn.zhigong.membership.member;

import java.util.UUID;

/** What came of admitting somebody. */
public sealed interface Admission {

    /** A new membership began. */
    record Admitted(UUID memberId) implements Admission {}

    /** The person had become a member elsewhere in the meantime; nothing was changed. */
    record AlreadyMember(Standing.Membership membership) implements Admission {}
}
