package cn.zhigong.membership.importing;

import static cn.zhigong.platform.testing.PartialIndex.constants;
import static cn.zhigong.platform.testing.PartialIndex.constantsIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What is found by an index is found in the states that the code counts. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StatesOfIndexesTest {

    @Inject
    Sql sql;

    @Test
    void whatIsInWorkIsFound() {
        assertThat(constants(sql, "roster_import_in_work")).isEqualTo(constantsIn(ImportState.IS_IN_WORK));
    }
}
