package cn.zhigong.membership.member;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Members of a union that ends keep their membership, at its successor (工会法 §13). */
@Singleton
class MembersAtOrganisations implements HeldAtOrganisations {

    private static final int PORTION = 500;

    private final Members members;
    private final UnionFinder unions;
    private final Outbox outbox;
    private final InstantSource clock;

    MembersAtOrganisations(Members members, UnionFinder unions, Outbox outbox, InstantSource clock) {
        this.members = members;
        this.unions = unions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "MEMBERS";
    }

    /** Memberships that have ended stay where they ended. */
    @Override
    public boolean heldAt(UUID organisation) {
        return members.anyAt(organisation);
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        unions.requireMayHoldMembers(successor);
        var groups = unions.groupsOf(ended, successor);
        var today = ChinaTime.dayOf(clock.instant());
        List<Member> portion;
        do {
            portion = members.someAt(ended, PORTION);
            portion.forEach(member -> member.passTo(successor, groups, today));
            members.writeAndForget(portion);
            portion.forEach(member -> outbox.publish(member.changed()));
        } while (!portion.isEmpty());
    }
}
