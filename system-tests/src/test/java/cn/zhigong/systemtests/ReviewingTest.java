package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Ways into a union that are less straight: back to the worker for a correction, and by a code that changes. */
@AgainstTheStack
@Order(25)
class ReviewingTest {

    private final Stack stack;
    private final Union union;

    ReviewingTest(Stack stack) {
        this.stack = stack;
        this.union = Union.ofTheFactory(stack);
    }

    @Test
    void whatIsReturnedIsCorrectedAndApproved() {
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(union.joinCode());
        var path = "/api/membership/v1/join-applications/" + application;
        union.officer()
                .post(path + "/return", Map.of("reasons", List.of("EMPLOYMENT_FORM"), "note", "请核对用工形式"))
                .expect(200);

        var returned = worker.api().get(path).expect(200);
        assertThat(returned.text("state")).isEqualTo("RETURNED");
        assertThat(returned.json().path("reasons").toString()).isEqualTo("[\"EMPLOYMENT_FORM\"]");
        assertThat(returned.text("note")).isEqualTo("请核对用工形式");
        union.approve(application).refused(409, "ILLEGAL_TRANSITION");
        Worker.withAccount(stack)
                .api()
                .patch(path, returned.header("etag"), Map.of("zone", "外滩"))
                .refused(404, "NOT_FOUND");

        worker.api().patch(path, returned.header("etag"), Map.of("zone", "张江")).expect(200);
        worker.api().patch(path, returned.header("etag"), Map.of("zone", "外滩")).refused(412, "STALE_VERSION");
        worker.api().post(path + "/submit").expect(200);
        worker.awaitApplication(application, "ROUTED");
        var approved = union.approve(application).expect(200);
        assertThat(worker.membership().expect(200).id()).isEqualTo(approved.text("memberId"));
    }

    @Test
    void aCodeOnAScreenChangesAndItsPassIsGoodForOneApplication() {
        var code = union.issue(Map.of("kind", "LIVE")).expect(201).id();
        var display = "/api/membership/v1/join-codes/" + code + "/live";
        var first = union.officer().get(display).expect(200).text("code");
        var scanned =
                stack.anybody().get("/api/membership/v1/join-codes/" + first).expect(200);
        assertThat(scanned.text("organisationName")).isEqualTo("示范精密制造有限公司工会");
        // The page goes on to an address with the pass, which is still good when the form is filled in.
        assertThat(stack.anybody().get("/j/" + first).expect(303).header("location"))
                .contains("/j/");
        var pass = scanned.text("pass");

        stack.advanceClock(Duration.ofMinutes(2));
        assertThat(union.officer().get(display).expect(200).text("code")).isNotEqualTo(first);
        stack.anybody().get("/api/membership/v1/join-codes/" + first).refused(409, "JOIN_CODE_EXPIRED");

        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(pass);
        union.approve(application).expect(200);
        Worker.withAccount(stack).apply(pass).refused(409, "JOIN_CODE_EXHAUSTED");
    }
}
