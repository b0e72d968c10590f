package cn.zhigong.systemtests.faults;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The faults that show most in the least time; {@link FaultCampaignTest} has them all. */
@AgainstTheStack
@Order(81)
@EnabledIfSystemProperty(named = "zhigong.faults", matches = "short")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultsTest {

    private final Stack stack;

    FaultsTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void membershipDiesUnderLoad() {
        try (var campaign = Campaign.ofJoining(stack, "membership-dies")) {
            campaign.load(Duration.ofSeconds(45));
            ProcessFaults.KILLED.inflict(campaign);
            ProcessFaults.CRASHED_WHILE_SENDING.inflict(campaign);
            campaign.holds();
        }
    }

    @Test
    void theNetworkAndTheDatabaseFailUnderLoad() {
        try (var campaign = Campaign.ofJoining(stack, "links-fail")) {
            campaign.load(Duration.ofSeconds(30));
            LinkFaults.ANSWERS_LOST.inflict(campaign);
            StoreFaults.BACKEND_KILLED.inflict(campaign);
            LinkFaults.databaseAway(Duration.ofSeconds(6)).inflict(campaign);
            campaign.holds();
        }
    }

    /** In the end without the inbox, to see that the checker would notice. */
    @Test
    void competitionDiesAndMeetsEventsAgainAndEventsThatNobodyCanRead() {
        try (var campaign = Campaign.ofJoining(stack, "competition-dies")) {
            campaign.load(Duration.ofSeconds(40));
            EventFaults.POISON.inflict(campaign);
            EventFaults.REPLAYED_TWICE.inflict(campaign);
            ProcessFaults.CRASHED_WHILE_TAKING.inflict(campaign);
            campaign.holds();
            NegativeControls.withoutTheInbox(campaign);
        }
    }
}
