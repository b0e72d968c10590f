package cn.zhigong.membership.joining;

import static cn.zhigong.platform.testing.PartialIndex.constants;
import static cn.zhigong.platform.testing.PartialIndex.constantsIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partial index is used, or keeps its promise, only while its states are the ones that the code means. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StatesTest {

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
        assertThat(constants(sql, index)).isEqualTo(constantsIn(condition(condition)));
    }

    private static String condition(String name) {
        return switch (name) {
            case "OPEN" -> States.OPEN;
            case "UNDER_REVIEW" -> States.UNDER_REVIEW;
            case "WITH_APPLICANT" -> States.WITH_APPLICANT;
            default -> States.AWAITED;
        };
    }
}
