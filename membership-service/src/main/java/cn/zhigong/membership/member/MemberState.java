package cn.zhigong.membership.member;

import cn.zhigong.platform.sql.Literals;
import cn.zhigong.platform.state.Steps;
import java.util.Arrays;
import java.util.List;

/** The standing of a membership (会籍状态) and every step it can take (中国工会章程 ch. 1; 工会会员会籍管理办法). */
public enum MemberState implements Steps<MemberState> {
    /** 在籍. */
    ACTIVE,
    /** 接转中: still at the old union until the new one has accepted. */
    TRANSFERRING,
    /** 保留会籍: retired, unemployed or in military service; no dues, no vote. */
    RETAINED,
    /** 退会: at the member's own request. */
    WITHDRAWN,
    /** 视为自动退会: decided by the union after six months without dues and union life, never by a timer alone. */
    DEEMED_WITHDRAWN,
    /** 开除会籍. */
    EXPELLED,
    DECEASED,
    /** A duplicate that was merged into another membership; only an un-merge brings it back. */
    MERGED;

    /** The states in which the person is a member. */
    static final List<MemberState> MEMBERSHIPS =
            Arrays.stream(values()).filter(MemberState::isMembership).toList();

    /** The same as a condition in SQL, written as the index that keeps a person's one membership has it. */
    static final String IS_MEMBERSHIP = "state in " + Literals.list(MEMBERSHIPS);

    @Override
    public boolean canBecome(MemberState next) {
        return switch (this) {
            case ACTIVE -> next != ACTIVE;
            case TRANSFERRING ->
                next == ACTIVE || next == RETAINED || next == EXPELLED || next == DECEASED || next == MERGED;
            // A new job brings a retained member back through a transfer, or where they were.
            case RETAINED ->
                next == ACTIVE
                        || next == TRANSFERRING
                        || next == WITHDRAWN
                        || next == EXPELLED
                        || next == DECEASED
                        || next == MERGED;
            case MERGED -> next == ACTIVE;
            // Who left may apply again and gets a new membership; this one has ended.
            case WITHDRAWN, DEEMED_WITHDRAWN, EXPELLED, DECEASED -> false;
        };
    }

    /** Whether the person is a member; of these a person has one at most. */
    public boolean isMembership() {
        return switch (this) {
            case ACTIVE, TRANSFERRING, RETAINED -> true;
            case WITHDRAWN, DEEMED_WITHDRAWN, EXPELLED, DECEASED, MERGED -> false;
        };
    }
}
