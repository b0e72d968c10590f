package cn.zhigong.membership.joining;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partial index is used, or keeps its promise, only while its states are the ones that the code means. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StatesTest {

    private static final Pattern LITERAL = Pattern.compile("'([A-Z_]+)'");

    @Inject
    Sql sql;

    @ParameterizedTest
    @CsvSource({
        "join_application_one_open, OPEN",
        "join_application_without_account, OPEN",
        "join_application_by_decider, OPEN",
        "join_application_one_under_review, UNDER_REVIEW",
        "join_application_at_rest, WITH_APPLICANT",
        "join_application_to_escalate, AWAITED",
    })
    void theIndexIsMadeForTheStatesOfTheCode(String index, String condition) {
        var predicate = sql.first(
                        "select pg_get_expr(indpred, indrelid) from pg_index where indexrelid = ?::regclass",
                        row -> row.text(1),
                        index)
                .orElseThrow();
        assertThat(states(predicate)).isEqualTo(states(condition(condition)));
    }

    private static String condition(String name) {
        return switch (name) {
            case "OPEN" -> States.OPEN;
            case "UNDER_REVIEW" -> States.UNDER_REVIEW;
            case "WITH_APPLICANT" -> States.WITH_APPLICANT;
            default -> States.AWAITED;
        };
    }

    private static Set<String> states(String condition) {
        return LITERAL.matcher(condition)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
