package cn.zhigong.training;

import cn.zhigong.platform.testing.ApprovedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tests put on topics is what its producer publishes. */
class ProducersTest {

    @Test
    void theCopyOfTheFinalResultIsTheCompetitionServices() {
        ApprovedEvent.checkCopy("competition-service", "result-final.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-joined.v1", "member-changed.v1"})
    void theCopiesOfMembersAreTheMembershipServices(String event) {
        ApprovedEvent.checkCopy("membership-service", event);
    }
}
