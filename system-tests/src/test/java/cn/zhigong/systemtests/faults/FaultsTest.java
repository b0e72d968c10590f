package cn.zhigong.systemtests.faults;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The faults that show most in the least time; {@link FaultCampaignTest} has them all. */
@AgainstTheStack
@Order(81)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultsTest {

    private final Stack stack;

    FaultsTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void membershipItsNetworkAndItsDatabaseFailUnderLoad() {
        try (var campaign = Campaign.ofJoining(stack, "membership-fails")) {
            campaign.load(Duration.ofSeconds(20));
            ProcessFaults.KILLED.inflict(campaign);
            ProcessFaults.CRASHED_WHILE_SENDING.inflict(campaign);
            LinkFaults.ANSWERS_LOST.inflict(campaign);
            LinkFaults.databaseAway(Duration.ofSeconds(6)).inflict(campaign);
            StoreFaults.BACKEND_KILLED.inflict(campaign);
            StoreFaults.DATABASE_KILLED.inflict(campaign);
            campaign.holds();
        }
    }

    /** In the end without the inbox, to see that the checker would notice. */
    @Test
    void competitionDiesAndMeetsEventsAgainAndEventsThatNobodyCanRead() {
        try (var campaign = Campaign.ofJoining(stack, "competition-dies")) {
            campaign.load(Duration.ofSeconds(20));
            EventFaults.POISON.inflict(campaign);
            EventFaults.REPLAYED_TWICE.inflict(campaign);
            ProcessFaults.CRASHED_WHILE_TAKING.inflict(campaign);
            campaign.holds();
            NegativeControls.withoutTheInbox(campaign);
        }
    }
}
