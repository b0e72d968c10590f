package cn.zhigong.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The words of problems. */
class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void factsFillTheirPlaces() {
        var problem = CommonProblem.MALFORMED_BODY.problem().with("line", 2).with("column", "{line} $1");
        assertThat(catalogue.detail(problem, Language.EN))
                .isEqualTo("It stops making sense at line 2, column {line} $1.");
    }

    @Test
    void aSentenceWithAHoleIsLeftOut() {
        assertThat(catalogue.detail(CommonProblem.MALFORMED_BODY.with("line", 2), Language.EN))
                .isNull();
    }
}
