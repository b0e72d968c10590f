package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Writes.Entry;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;

/**
 * After the tests of a class looks for every write that they succeeded in: a forgotten {@code audit.record} compiles
 * and shows in no answer. Quarkus finds this class through {@code META-INF/services}.
 */
public class EveryWrite implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        var writes = Writes.taken();
        var traces = writes.stream().flatMap(write -> write.traces().stream()).toArray(String[]::new);
        if (traces.length > 0) {
            var entries = Arc.container()
                    .instance(Sql.class)
                    .get()
                    .list(
                            "select trace_id, object_id, actor from audit_entry where trace_id = any(?)",
                            row -> new Entry(row.text(1), row.text(2), row.text(3)),
                            (Object) traces);
            Writes.remember(writes, entries);
            assertThat(Writes.missing(writes, entries))
                    .as("writes that the audit log does not have")
                    .isEmpty();
        }
    }
}
