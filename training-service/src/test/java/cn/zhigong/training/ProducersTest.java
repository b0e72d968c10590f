package cn.zhigong.training;

import cn.zhigong.platform.testing.ApprovedEvent;
import org.junit.jupiter.api.Test;

/** What the tests put on topics is what its producer publishes. */
class ProducersTest {

    @Test
    void theCopyOfTheFinalResultIsTheCompetitionServices() {
        ApprovedEvent.checkCopy("competition-service", "result-final.v1");
    }
}
