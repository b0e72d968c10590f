package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A worker changes the employer, and the membership follows to a union of another district. */
@AgainstTheStack
@Order(27)
class JobChangeTest {

    private static final String TRANSFERS = "/api/membership/v1/transfers";

    private final Stack stack;

    JobChangeTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void theMembershipFollowsTheWorkAndSoDoesTheRightToEnterContests() {
        var huangpu = stack.as("officer-huangpu");
        var there = huangpu.post(
                        "/api/membership/v1/organisations",
                        Map.of(
                                "name",
                                "外滩某公司工会 " + UUID.randomUUID(),
                                "kind",
                                "BASIC",
                                "parentId",
                                stack.city().huangpu()))
                .expect(201)
                .id();
        var factory = Union.ofTheFactory(stack);
        var contest = Contest.open(stack);
        var worker = Worker.withAccount(stack);
        var member = worker.join(factory);
        var transfer = worker.api()
                .post(TRANSFERS, Map.of("organisationId", there, "reason", "CHANGE_OF_EMPLOYER"))
                .expect(201)
                .id();
        var path = TRANSFERS + "/" + transfer;
        // On the move they are still the factory's.
        await("known to the contest service")
                .atMost(Worker.PATIENCE)
                .until(() -> contest.tryToRegister(worker).status() == 201);
        huangpu.post(path + "/accept", Map.of()).refused(409, "ILLEGAL_TRANSITION");
        huangpu.post(path + "/confirm", Map.of()).refused(403, "FORBIDDEN");
        stack.as("mediator-1").post(path + "/confirm", Map.of()).refused(403, "FORBIDDEN");
        factory.officer().post(path + "/confirm", Map.of()).expect(200);
        assertThat(worker.membership().expect(200).text("state")).isEqualTo("TRANSFERRING");
        huangpu.post(path + "/accept", Map.of()).expect(200);

        assertThat(worker.membership().expect(200).text("organisationId")).isEqualTo(there);
        assertThat(worker.membership().expect(200).text("state")).isEqualTo("ACTIVE");
        factory.officer().get("/api/membership/v1/members/" + member).refused(404, "NOT_FOUND");
        huangpu.get("/api/membership/v1/members/" + member).expect(200);
        worker.api().post(path + "/cancel", Map.of()).refused(409, "ILLEGAL_TRANSITION");
    }
}
