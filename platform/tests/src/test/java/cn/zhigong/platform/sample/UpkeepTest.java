package cn.zhigong.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.readiness.UnsafeSettings;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** What a service does for itself: forgetting what is old, and knowing what would be unsafe in production. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestProfile(UpkeepTest.Careless.class)
class UpkeepTest {

    public static final class Careless implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zhigong.clock.file", "target/no-such-clock", "zhigong.faults.crash-at", "nowhere");
        }
    }

    /** Something of a service's own that grows old. */
    @Singleton
    static final class Leaves implements Forgetting {

        private final AtomicInteger old = new AtomicInteger();

        @Override
        public int forget(Instant now, int most) {
            var before = old.getAndUpdate(count -> Math.max(0, count - most));
            return Math.min(before, most);
        }
    }

    /** A store that cannot forget for a while, because a table is locked or its statement is wrong. */
    @Singleton
    static final class Stuck implements Forgetting {

        private final AtomicBoolean stuck = new AtomicBoolean();

        @Override
        public int forget(Instant now, int most) {
            if (stuck.get()) {
                throw new IllegalStateException("stuck");
            }
            return 0;
        }
    }

    @Inject
    Leaves leaves;

    @Inject
    Stuck stuck;

    @Inject
    Sql sql;

    @Inject
    @Any
    Instance<BackgroundWork> works;

    @Inject
    @Any
    Instance<UnsafeSettings> checks;

    private static Instant daysAgo(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS);
    }

    private UUID received(Instant at) {
        var id = UUID.randomUUID();
        received(id, at);
        return id;
    }

    private void received(UUID id, Instant at) {
        sql.update("insert into inbox values (?, ?)", id, at);
    }

    private UUID answered(Instant at) {
        var id = UUID.randomUUID();
        sql.update(
                "insert into idempotency (id, caller, endpoint, key, request_hash, status, body, created_at)"
                        + " values (?, 'x', '/x', ?, 'h', 200, ''::bytea, ?)",
                id,
                id.toString(),
                at);
        return id;
    }

    private boolean exists(String table, String column, UUID id) {
        return sql.first("select 1 from " + table + " where " + column + " = ?", row -> row.integer(1), id)
                .isPresent();
    }

    @Test
    void whatAServiceWantsForgottenIsForgottenInPortions() {
        leaves.old.set(12_000);
        while (work("housekeeping").work()) {
            assertThat(leaves.old).hasValueLessThan(12_000);
        }
        assertThat(leaves.old).hasValue(0);
    }

    @Test
    void aStoreThatCannotForgetKeepsNoOtherFromIt() {
        leaves.old.set(10);
        stuck.stuck.set(true);
        try {
            assertThatThrownBy(work("housekeeping")::work)
                    .isInstanceOf(IllegalStateException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        } finally {
            stuck.stuck.set(false);
        }
        assertThat(leaves.old).hasValue(0);
    }

    @Test
    void onlyWhatIsOldIsForgotten() {
        var oldEvent = received(daysAgo(36));
        var youngEvent = received(daysAgo(34));
        var oldAnswer = answered(Instant.now().minus(25, ChronoUnit.HOURS));
        var youngAnswer = answered(Instant.now().minus(23, ChronoUnit.HOURS));
        assertThat(work("housekeeping").work()).isFalse();
        assertThat(exists("inbox", "event_id", oldEvent)).isFalse();
        assertThat(exists("inbox", "event_id", youngEvent)).isTrue();
        assertThat(exists("idempotency", "id", oldAnswer)).isFalse();
        assertThat(exists("idempotency", "id", youngAnswer)).isTrue();
    }

    private BackgroundWork work(String name) {
        return works.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** With several instances, the start of one must not fail what another is doing. */
    @Test
    void aJobIsGivenUpWhenItsProcessShowsNoLifeAndNotBefore() {
        var dead = running("2 minutes");
        var alive = running("20 seconds");
        assertThat(work("job-pulse").work()).isFalse();
        assertThat(state(dead)).isEqualTo("FAILED");
        assertThat(state(alive)).isEqualTo("RUNNING");
    }

    private UUID running(String silentFor) {
        var id = UUID.randomUUID();
        sql.update(
                "insert into job (id, kind, owner, state, started_at, alive_at)"
                        + " values (?, 'test', 'x', 'RUNNING', now(), now() - ?::interval)",
                id,
                silentFor);
        return id;
    }

    private String state(UUID job) {
        return sql.first("select state from job where id = ?", row -> row.text(1), job)
                .orElseThrow();
    }

    /** PostgreSQL quotes the rows it refuses; a log must not. */
    @Test
    void whatTheDatabaseRefusesIsNotQuoted() {
        var id = received(Instant.now());
        assertThatThrownBy(() -> received(id, Instant.now()))
                .hasStackTraceContaining("duplicate key value")
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(id.toString()));
    }

    @Test
    void everyUnsafeSettingIsNamed() {
        var found = checks.stream().flatMap(check -> check.found().stream()).toList();
        assertThat(found)
                .anyMatch(one -> one.contains("zhigong.keys.file"))
                .anyMatch(one -> one.contains("zhigong.clock.file"))
                .anyMatch(one -> one.contains("zhigong.faults.crash-at"));
        var durable =
                sql.first("select current_setting('fsync')", row -> row.text(1)).orElseThrow();
        assertThat(found.stream().anyMatch(one -> one.contains("fsync"))).isEqualTo(durable.equals("off"));
        assertThat(found).noneMatch(one -> one.contains("issuer"));
    }
}
