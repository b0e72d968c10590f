package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.exchange.Exchange;
import cn.zhigong.platform.testing.Writes.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritesTest {

    private static final ApiDocument DOCUMENT = ApiDocument.of("""
            {"paths": {
              "/v1/notes": {
                "get": {"operationId": "getNotes"},
                "post": {"operationId": "postNotes"},
                "patch": {"operationId": "patchNotes"}},
              "/v1/others": {"post": {"operationId": "postOthers"}}}}
            """);

    private static final ApiOperation GET = operation("getNotes");
    private static final ApiOperation POST = operation("postNotes");
    private static final ApiOperation PATCH = operation("patchNotes");
    private static final ApiOperation OTHER = operation("postOthers");

    private static ApiOperation operation(String id) {
        return DOCUMENT.operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static final Optional<String> NO_KEY = Optional.empty();

    @AfterEach
    void forget() {
        assertThat(Writes.taken()).isNotNull();
        assertThat(Writes.taken()).isEmpty();
    }

    private static Exchange answer(String method, int status, String trace) {
        return new Exchange(
                method, "/v1/notes", status, Map.of("trace-id", trace), "{\"id\": \"note-of-" + trace + "\"}");
    }

    private static Entry entry(String trace) {
        return new Entry(trace, "note-of-" + trace, "worker-1");
    }

    @Test
    void anEntryAboutSomethingElseTellsNothing() {
        Writes.note(POST, answer("POST", 201, "a"), NO_KEY);
        assertThat(Writes.missing(Writes.taken(), List.of(new Entry("a", "a-member", "worker-1"))))
                .hasSize(1);
    }

    @Test
    void anEntryMayBeAboutWhoAsked() {
        Writes.note(POST, answer("POST", 200, "a"), NO_KEY);
        assertThat(Writes.missing(Writes.taken(), List.of(new Entry("a", "officer-1", "officer-1"))))
                .isEmpty();
    }

    @Test
    void anExcuseThatIsNotTrueIsNamed() {
        var noted = Set.of("moved audited", "moved unaudited", "echoed unaudited", "filed audited");
        assertThat(Writes.needless(Set.of("sometimes moved", "never echoed"), noted))
                .isEmpty();
        assertThat(Writes.needless(
                        Set.of("never moved", "sometimes echoed", "sometimes filed", "never misspelt"), noted))
                .containsExactlyInAnyOrder("never moved", "sometimes echoed", "sometimes filed", "never misspelt");
    }

    @Test
    void aWriteThatTheLogLacksIsNamedWithItsTrace() {
        Writes.note(POST, answer("POST", 201, "a"), NO_KEY);
        Writes.note(PATCH, answer("PATCH", 200, "b"), NO_KEY);
        assertThat(Writes.missing(Writes.taken(), List.of(entry("a"))))
                .containsExactly("<patch /v1/notes> patchNotes, trace b");
    }

    @Test
    void whatWasRefusedOrOnlyReadIsNoWrite() {
        Writes.note(POST, answer("POST", 422, "a"), NO_KEY);
        Writes.note(GET, answer("GET", 200, "b"), NO_KEY);
        assertThat(Writes.taken()).isEmpty();
    }

    @Test
    void oneEntryIsEnoughForARepeatedRequestAndForNoOther() {
        Writes.note(POST, answer("POST", 201, "a"), Optional.of("key"));
        Writes.note(POST, answer("POST", 201, "b"), Optional.of("key"));
        Writes.note(OTHER, answer("POST", 201, "c"), Optional.of("key"));
        assertThat(Writes.missing(Writes.taken(), List.of(entry("b"))))
                .containsExactly("<post /v1/others> postOthers, trace c");
    }

    @Test
    void anAnswerWithoutATraceCannotBeLookedFor() {
        assertThatThrownBy(() -> Writes.note(POST, new Exchange("POST", "/v1/notes", 201, Map.of(), ""), NO_KEY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No Trace-Id");
    }
}
