package cn.zhigong.membership.member;

import static cn.zhigong.platform.testing.PartialIndex.constants;
import static cn.zhigong.platform.testing.PartialIndex.constantsIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What is kept once is kept in the states that the code counts. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StatesOfIndexesTest {

    @Inject
    Sql sql;

    @Test
    void aPersonHasOneMembership() {
        assertThat(constants(sql, "member_has_one_membership")).isEqualTo(constantsIn(MemberState.IS_MEMBERSHIP));
    }
}
