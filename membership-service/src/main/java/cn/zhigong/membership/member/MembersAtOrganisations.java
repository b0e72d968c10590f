package cn.zhigong.membership.member;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/** Members of a union that ends keep their membership, at its successor (工会法 §13). */
@ApplicationScoped
class MembersAtOrganisations implements HeldAtOrganisations {

    private final Members members;
    private final Outbox outbox;
    private final InstantSource clock;

    MembersAtOrganisations(Members members, Outbox outbox, InstantSource clock) {
        this.members = members;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "MEMBERS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return members.count("organisationId", organisation) > 0;
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        var today = ChinaTime.dayOf(clock.instant());
        for (var member : members.at(ended)) {
            outbox.publish(member.passTo(successor, today));
        }
    }
}
