package cn.zhigong.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept once is kept in the states that the code counts. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StatesOfIndexesTest {

    private static final Pattern LITERAL = Pattern.compile("'([A-Z_]+)'");

    @Inject
    Sql sql;

    @Test
    void aPersonHasOneMembership() {
        assertThat(states(predicateOf("member_has_one_membership"))).isEqualTo(states(MemberState.IS_MEMBERSHIP));
    }

    @Test
    void aMemberHasOneOpenTransfer() {
        assertThat(states(predicateOf("transfer_one_open"))).isEqualTo(states(Transfers.OPEN));
    }

    private String predicateOf(String index) {
        return sql.first(
                        "select pg_get_expr(indpred, indrelid) from pg_index where indexrelid = ?::regclass",
                        row -> row.text(1),
                        index)
                .orElseThrow();
    }

    private static Set<String> states(String condition) {
        return LITERAL.matcher(condition)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
