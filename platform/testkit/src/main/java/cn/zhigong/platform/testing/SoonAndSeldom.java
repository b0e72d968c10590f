package cn.zhigong.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

/**
 * How tests look for what they wait for, when they do not say: most of it is there within moments, so the first looks
 * come soon and the later ones seldom. Awaitility's own first look comes after a tenth of a second, which hundreds of
 * tests would wait for nothing. Quarkus finds this class through {@code META-INF/services}.
 */
public class SoonAndSeldom implements QuarkusTestBeforeEachCallback {

    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(150);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Awaitility.setDefaultPollDelay(FIRST);
        Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(SoonAndSeldom::next, FIRST));
    }

    private static Duration next(Duration last) {
        var longer = last.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
}
