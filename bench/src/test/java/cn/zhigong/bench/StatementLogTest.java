package cn.zhigong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementLogTest {

    @Test
    void statementsOfOneDatabaseAreReadWithTheirFurtherLines() {
        var log = """
                2026-11-21 04:00:00.000 UTC [12] membership LOG:  execute S_3: select a
                \tfrom b
                \twhere c = $1
                2026-11-21 04:00:00.001 UTC [13] rights LOG:  execute S_1: select other
                \tfrom elsewhere
                2026-11-21 04:00:00.002 UTC [12] membership LOG:  execute <unnamed>: COMMIT
                2026-11-21 04:00:00.003 UTC [9]  LOG:  checkpoint starting: time
                2026-11-21 04:00:00.004 UTC [12] membership LOG:  statement: select 1
                """;

        assertThat(StatementLog.statements("membership", log))
                .containsExactly("select a from b where c = $1", "COMMIT", "select 1");
    }
}
