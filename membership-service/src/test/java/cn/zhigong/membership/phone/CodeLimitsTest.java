package cn.zhigong.membership.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class CodeLimitsTest extends AskingForCodes {

    @Test
    void onePhoneGetsOneCodeAMinuteAndFiveAnHour() {
        assertThat(started(phone)).isNotBlank();
        var wait = start(phone)
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_REQUESTS"))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 60);
        for (int i = 0; i < 4; i++) {
            MovedClock.advance(clock, Duration.ofSeconds(61));
            start(phone).statusCode(201);
        }
        MovedClock.advance(clock, Duration.ofSeconds(61));
        // The hour of the phone is over sooner than the day of this phone and address.
        var longest = start(phone).statusCode(429).extract().header("Retry-After");
        assertThat(Integer.parseInt(longest)).isBetween(82_800, 86_400);
    }

    @Test
    void nobodyAloneUsesUpTheDayOfAPhone() {
        for (int i = 0; i < 5; i++) {
            start(phone).statusCode(201);
            MovedClock.advance(clock, Duration.ofHours(1).plusSeconds(1));
        }
        start(phone).statusCode(429);
        start(phone, "2001:db8:ffff:%x::1".formatted(ThreadLocalRandom.current().nextInt(0x1_0000)))
                .statusCode(201);
    }

    @Test
    void twentyAtOnceSendOneCode() throws Exception {
        Callable<Integer> asking = () -> start(phone).extract().statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(_ -> asking).toList());
            long sent = 0;
            for (var answer : answers) {
                sent += answer.get() == 201 ? 1 : 0;
            }
            assertThat(sent).isEqualTo(1);
        }
    }

    @Test
    void anAddressThatTriesManyPhonesIsStopped() {
        var last = 201;
        for (int i = 0; i <= 30; i++) {
            last = start(newPhone()).extract().statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void aNetworkThatAsksFromManyOfItsAddressesIsStopped() {
        var network = address.substring(0, address.length() - 1);
        var last = 201;
        for (int i = 1; i <= 31; i++) {
            last = start(newPhone(), network + Integer.toHexString(i)).extract().statusCode();
        }
        assertThat(last).isEqualTo(429);
    }
}
