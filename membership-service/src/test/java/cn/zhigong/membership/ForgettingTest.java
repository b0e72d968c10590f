package cn.zhigong.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of people who only asked for something goes when it serves nothing any more. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ForgettingTest {

    @Inject
    Sql sql;

    @Inject
    @Any
    Instance<Forgetting> all;

    @Inject
    InstantSource clock;

    private void forget() {
        all.forEach(each -> {
            assertThat(each.forget(clock.instant(), 5_000)).isLessThan(5_000);
        });
    }

    private Instant ago(Duration time) {
        return clock.instant().minus(time);
    }

    @Test
    void identitiesThatFailedAreForgottenAfterADay() {
        var applicant = "worker-" + UUID.randomUUID();
        for (var time : new Duration[] {Duration.ofHours(25), Duration.ofHours(23)}) {
            sql.update("insert into identity_failure (applicant, failed_at) values (?, ?)", applicant, ago(time));
        }
        forget();
        assertThat(sql.first(
                        "select count(*) from identity_failure where applicant = ?", row -> row.bigint(1), applicant))
                .contains(1L);
    }

    @Test
    void looksAreForgottenAfterTheMinuteInWhichTheyCount() {
        var officer = "officer-" + UUID.randomUUID();
        for (var time : new Duration[] {Duration.ofSeconds(61), Duration.ofSeconds(30)}) {
            sql.update("insert into member_lookup (account, at) values (?, ?)", officer, ago(time));
        }
        forget();
        assertThat(sql.first("select count(*) from member_lookup where account = ?", row -> row.bigint(1), officer))
                .contains(1L);
    }

    @Test
    void spentPassesAreForgottenWhenTheyWouldHaveExpired() {
        var gone = spent(ago(Duration.ofMinutes(1)));
        var good = spent(ago(Duration.ofMinutes(-1)));
        forget();
        assertThat(isSpent(gone)).isFalse();
        assertThat(isSpent(good)).isTrue();
    }

    private byte[] spent(Instant until) {
        var pass = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        sql.update("insert into join_pass_spent (pass_index, forget_at) values (?, ?)", pass, until);
        return pass;
    }

    private boolean isSpent(byte[] pass) {
        return sql.first("select 1 from join_pass_spent where pass_index = ?", row -> row.integer(1), pass)
                .isPresent();
    }
}
