package cn.zhigong.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that go with a commit: few travel together, many kind by kind; both all or none, and each kind in its order. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CommitRowsTest {

    private static final String ODD = "insert into commit_row (run, kind, number) values (?, 'ODD', ?)";
    private static final String EVEN = "insert into commit_row (run, kind, number) values (?, 'EVEN', ?)";

    @Inject
    CommitRows rows;

    @Inject
    Sql sql;

    private final UUID run = UUID.randomUUID();

    @BeforeEach
    void provideTable() {
        sql.update("""
                create table if not exists commit_row (sequence bigint generated always as identity, run uuid not null,
                    kind text not null, number int not null check (number >= 0), unique (run, number))""");
    }

    private void add(int number) {
        rows.add(number % 2 == 0 ? EVEN : ODD, run, number);
    }

    private List<Integer> written(String kind) {
        return sql.list(
                "select number from commit_row where run = ? and kind = ? order by sequence",
                row -> row.integer(1),
                run,
                kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 100})
    void eachKindOfRowKeepsItsOrder(int count) {
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, count).forEach(this::add));
        assertThat(written("EVEN"))
                .containsExactlyElementsOf(IntStream.range(0, count)
                        .filter(number -> number % 2 == 0)
                        .boxed()
                        .toList());
        assertThat(written("ODD"))
                .containsExactlyElementsOf(IntStream.range(0, count)
                        .filter(number -> number % 2 == 1)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30})
    void oneBadRowMeansNoneAndNothingAfterwards(int count) {
        var afterwards = new AtomicInteger();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    rows.afterCommit(afterwards::incrementAndGet);
                    IntStream.range(0, count).forEach(this::add);
                    add(0);
                }))
                .isNotNull();
        assertThat(written("EVEN")).isEmpty();
        assertThat(written("ODD")).isEmpty();
        assertThat(afterwards).hasValue(0);
    }

    @Test
    void whatFailsAfterACommitKeepsNothingElseFromFollowing() {
        var afterwards = new AtomicInteger();
        QuarkusTransaction.requiringNew().run(() -> {
            add(1);
            rows.afterCommit(() -> {
                throw new IllegalStateException("on purpose");
            });
            rows.afterCommit(afterwards::incrementAndGet);
        });
        assertThat(written("ODD")).containsExactly(1);
        assertThat(afterwards).hasValue(1);
    }

    @Test
    void nothingIsAddedToATransactionThatIsRolledBackAlready() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    QuarkusTransaction.setRollbackOnly();
                    add(1);
                }))
                .hasStackTraceContaining("rolled back already");
    }
}
