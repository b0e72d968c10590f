package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.util.Set;

/**
 * After the tests of a class looks for every write that they succeeded in: a forgotten {@code audit.record} compiles
 * and shows in no answer. Quarkus finds this class through {@code META-INF/services}.
 */
public class EveryWrite implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        var writes = Writes.taken();
        if (!writes.isEmpty()) {
            var traces =
                    writes.stream().flatMap(write -> write.traces().stream()).toArray(String[]::new);
            var audited = Arc.container()
                    .instance(Sql.class)
                    .get()
                    .list(
                            "select distinct trace_id from audit_entry where trace_id = any(?)",
                            row -> row.text(1),
                            (Object) traces);
            assertThat(Writes.missing(writes, Set.copyOf(audited)))
                    .as("writes that the audit log does not have")
                    .isEmpty();
        }
    }
}
