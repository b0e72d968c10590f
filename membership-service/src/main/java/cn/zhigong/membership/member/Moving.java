package cn.zhigong.membership.member;

import static cn.zhigong.membership.member.MemberProblem.NOT_A_MEMBER;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer does to a membership; always within the caller's transaction, which has locked the transfer first.
 * That lock also keeps a merger of the unions away, which takes the transfers before the members.
 */
@Singleton
@Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
public class Moving {

    /** What moving a membership needs to know of it. */
    public record Placed(
            UUID memberId, UUID organisationId, @Nullable String account, MemberState state) {

        /** Refuses what cannot move: it has ended, or is on the move already. */
        public void requireMovable() {
            state.require(MemberState.TRANSFERRING);
        }
    }

    private final Members members;
    private final Outbox outbox;
    private final InstantSource clock;

    Moving(Members members, Outbox outbox, InstantSource clock) {
        this.members = members;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The newest membership of whoever logs in like this.
     *
     * @throws Problem NOT_A_MEMBER
     */
    public Placed requireOf(String account) {
        return members.ofAccount(account).map(Moving::placed).orElseThrow(NOT_A_MEMBER::problem);
    }

    /**
     * One membership.
     *
     * @throws Problem 404 for an unknown id
     */
    public Placed of(UUID member) {
        return placed(members.get(member));
    }

    /** The login of a member, as the register has it now. */
    public Optional<String> accountOf(UUID member) {
        return members.accountOf(member);
    }

    /** Whether a membership belongs to a union, which nobody else changes until the transaction ends. */
    public boolean isAt(UUID member, UUID organisation) {
        return members.locked(member).organisationId().equals(organisation);
    }

    /** From now on the membership is on the move; in everything else it is where it was. */
    public void leave(UUID member) {
        var leaving = members.locked(member);
        if (leaving.leave()) {
            tell(leaving);
        }
    }

    /** The membership stays where it was, as it was. */
    public void stay(UUID member) {
        var staying = members.locked(member);
        if (staying.stay()) {
            tell(staying);
        }
    }

    /** The membership is at another union from today; the day of joining is kept for life. */
    public void arrive(UUID member, UUID target, @Nullable UUID group) {
        var arriving = members.locked(member);
        arriving.arrive(target, group, ChinaTime.dayOf(clock.instant()));
        tell(arriving);
    }

    private void tell(Member changed) {
        members.flush();
        outbox.publish(changed.changed());
    }

    private static Placed placed(Member member) {
        return new Placed(member.id(), member.organisationId(), member.account(), member.state());
    }
}
