package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Applications whose check cannot be brought to its end. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class IdentityVerificationTest extends AtAUnion {

    private static final int MANY = 8;

    /** Far beyond the lease: with it the row would come back every few seconds and undo the batch it comes in. */
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void oneThatCannotBeRecordedComesBackLaterEachTimeAndHoldsUpNobody() {
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            // As while the union of the code is being ended.
            sql.list(
                            "select pg_advisory_xact_lock(hashtextextended('organisation ' || ?::text, 0))",
                            row -> true,
                            union)
                    .clear();
            var stuck = filed(worker(), People.believed(), code);
            hasBeenTriedOften(stuck);
            await().atMost(20, SECONDS).until(() -> isPutOff(stuck));
            var sound = filed(worker(), People.believed(), code(organisation(district(), "BASIC"), clock));
            awaitState(sound, "ROUTED");
        });
    }

    /** A row whose ciphertext was damaged, which no batch could be taken with. */
    @Test
    void oneThatCannotBeReadHoldsUpNobody() {
        var broken = Answers.id(apply(Map.of("draft", true, "joinCode", code)), 201);
        sql.update(
                "update join_application set name = '\\x00', state = 'SUBMITTED', checks = ?, check_after = ? where id = ?",
                MANY,
                clock.instant(),
                broken);
        try {
            var sound = filed(worker(), People.believed(), code);
            awaitState(sound, "ROUTED");
            await().atMost(20, SECONDS).until(() -> isPutOff(broken));
        } finally {
            sql.update("delete from join_consent where application_id = ?", broken);
            sql.update("delete from join_application where id = ?", broken);
        }
    }

    private void hasBeenTriedOften(UUID application) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update join_application set checks = ?, check_after = ? where id = ?",
                        MANY,
                        clock.instant(),
                        application));
    }

    private boolean isPutOff(UUID application) {
        return sql.first("select check_after from join_application where id = ?", row -> row.instant(1), application)
                .orElseThrow()
                .isAfter(clock.instant().plus(LONG));
    }
}
