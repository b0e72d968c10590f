package cn.zhigong.platform.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final ApiDocument DOCUMENT = ApiDocument.of("""
            {"paths": {"/v1/notes": {
              "get": {"operationId": "getNotes", "responses": {"200": {}, "400": {}, "429": {}, "503": {}}},
              "post": {"operationId": "postNotes", "responses": {"201": {}, "413": {}}}}}}
            """);

    @Test
    void whatNobodyGotIsMissing() {
        assertThat(Coverage.missing(DOCUMENT, _ -> true, Set.of("getNotes 200", "getNotes 404")))
                .containsExactly("getNotes 400", "postNotes 201");
    }

    @Test
    void whatTheChassisAnswersForAllIsNotAskedOfEachOperation() {
        assertThat(Coverage.missing(DOCUMENT, _ -> true, Set.of("getNotes 200", "getNotes 400", "postNotes 201")))
                .isEmpty();
    }

    @Test
    void operationsThatAreTriedElsewhereAreNotAskedFor() {
        assertThat(Coverage.missing(DOCUMENT, one -> one.method().equals("post"), Set.of()))
                .containsExactly("postNotes 201");
    }
}
