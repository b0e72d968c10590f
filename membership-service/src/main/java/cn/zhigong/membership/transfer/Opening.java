package cn.zhigong.membership.transfer;

import cn.zhigong.membership.member.Moving;
import cn.zhigong.membership.organisation.Chairs;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** How a transfer begins, whoever wishes for it; within the caller's transaction. */
@Singleton
class Opening {

    private final Transfers transfers;
    private final Moving moving;
    private final Chairs chairs;
    private final OrganisationHolds holds;
    private final InstantSource clock;

    Opening(Transfers transfers, Moving moving, Chairs chairs, OrganisationHolds holds, InstantSource clock) {
        this.transfers = transfers;
        this.moving = moving;
        this.chairs = chairs;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Stores a new transfer and locks its member.
     *
     * @return the transfer as it was stored, not managed; empty when one is open already, or was completed just now
     * @throws cn.zhigong.platform.problem.Problem when one of the unions has ended or is being ended
     */
    Optional<Transfer> open(Wish wish) {
        holds.hold(wish.from());
        holds.hold(wish.to());
        var transfer = new Transfer(Ids.next(), wish, isOfChair(wish), clock.instant());
        if (!transfers.open(transfer)) {
            return Optional.empty();
        }
        // What was known of the membership may be older than a transfer that was completed meanwhile.
        if (!moving.isAt(wish.memberId(), wish.from())) {
            transfers.discard(transfer.id());
            return Optional.empty();
        }
        return Optional.of(transfer);
    }

    private boolean isOfChair(Wish wish) {
        return moving.accountOf(wish.memberId())
                .filter(account -> chairs.isChairOf(wish.from(), account))
                .isPresent();
    }
}
