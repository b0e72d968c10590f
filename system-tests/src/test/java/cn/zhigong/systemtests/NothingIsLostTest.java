package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Parts die in the middle of journeys, by SIGKILL. What was answered with success stays, and happens once: one
 * membership, one event of it, one member known to the contest service.
 */
@AgainstTheStack
@Order(80)
class NothingIsLostTest {

    private final Stack stack;
    private final Union union;

    NothingIsLostTest(Stack stack) {
        this.stack = stack;
        this.union = Union.ofTheFactory(stack);
    }

    @Test
    void membershipDiesWhileTheBrokerIsAwayAndTheEventIsStillUnsent() {
        var contest = Contest.open(stack);
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(union.joinCode());
        stack.kill("kafka");
        // The API works without the broker.
        var member = union.approve(application).expect(200).text("memberId");
        assertThat(unsent(member)).isPositive();
        assertThat(sealsCompared().isMissingNode())
                .as("nothing is compared without the broker")
                .isTrue();
        stack.kill("membership");
        stack.start("kafka");
        stack.start("membership");
        await("the outbox is empty").atMost(Duration.ofSeconds(90)).until(() -> unsent(member) == 0);
        await("known to the contest service")
                .atMost(Duration.ofSeconds(60))
                .until(() -> contest.tryToRegister(worker).status() == 201);
        isMemberOnce(worker, member);
        assertThat(sealsCompared().isNumber()).isTrue();
    }

    /** Through which seal the audit log was compared with the broker's copy. */
    private JsonNode sealsCompared() {
        var verification = stack.as("auditor-1")
                .get("/api/membership/v1/audit/verification")
                .expect(200)
                .json();
        assertThat(verification.path("intact").asBoolean()).isTrue();
        return verification.path("comparedThrough");
    }

    @Test
    void aResultThatBecameFinalWhileTrainingWasDeadOpensOneCase() {
        var contest = Contest.open(stack);
        var worker = Worker.withAccount(stack);
        var member = worker.join(union);
        contest.hold(contest.register(worker));
        stack.kill("training");
        contest.finish();
        stack.start("training");
        assertThat(Promotion.of(worker).look().expect(200).text("state")).isEqualTo("ELIGIBLE");
        assertThat(stack.databases()
                        .count("training", "select count(*) from promotion_case where member_id = ?::uuid", member))
                .isOne();
    }

    @Test
    void rightsDiesRightAfterADisputeWasRegistered() {
        var worker = Worker.withAccount(stack);
        var filing = worker.api().with("Idempotency-Key", UUID.randomUUID().toString());
        var dispute = Dispute.file(stack, filing).expect(201).id();
        stack.kill("rights");
        await("the gateway says that rights is away")
                .atMost(Worker.PATIENCE)
                .untilAsserted(() ->
                        worker.api().get("/api/rights/v1/disputes/" + dispute).refused(503, "SERVICE_UNAVAILABLE"));
        stack.start("rights");
        // The worker, who saw an error, sends it again.
        assertThat(Dispute.file(stack, filing).expect(201).id()).isEqualTo(dispute);
        var mediator =
                stack.as("mediator-1").with("Idempotency-Key", UUID.randomUUID().toString());
        var accept = "/api/rights/v1/disputes/" + dispute + "/accept";
        mediator.post(accept).expect(200);
        stack.kill("rights");
        stack.start("rights");
        assertThat(await("answered")
                        .atMost(Worker.PATIENCE)
                        .until(() -> mediator.post(accept), answer -> answer.status() < 500)
                        .expect(200)
                        .text("state"))
                .isEqualTo("ACCEPTED");
        assertThat(stack.databases().count("rights", "select count(*) from dispute where id = ?::uuid", dispute))
                .isOne();
    }

    @Test
    void theGatewayDiesAndTheOfficerAsksAgain() {
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(union.joinCode());
        var approval = "/api/membership/v1/join-applications/" + application + "/approve";
        var keyed = union.officer().with("Idempotency-Key", UUID.randomUUID().toString());
        var member = keyed.post(approval, Map.of()).expect(200).text("memberId");
        stack.kill("gateway");
        assertThatThrownBy(() -> keyed.post(approval, Map.of())).isInstanceOf(UncheckedIOException.class);
        stack.start("gateway");
        assertThat(keyed.post(approval, Map.of()).expect(200).text("memberId")).isEqualTo(member);
        isMemberOnce(worker, member);
    }

    private long unsent(String member) {
        return stack.databases().count("membership", "select count(*) from outbox where aggregateid = ?", member);
    }

    private void isMemberOnce(Worker worker, String member) {
        assertThat(worker.membership().expect(200).id()).isEqualTo(member);
        var databases = stack.databases();
        assertThat(databases.count("membership", "select count(*) from member where id = ?::uuid", member))
                .isOne();
        assertThat(databases.count(
                        "membership", "select count(*) from join_application where member_id = ?::uuid", member))
                .isOne();
        await("known to the contest service, once")
                .atMost(Worker.PATIENCE)
                .until(() -> databases.count(
                                "competition",
                                "select count(*) from member_reference where member_id = ?::uuid",
                                member)
                        == 1);
        // A relay that died may send an event twice, with the same id; consumers take it once.
        var joined = stack.topics().of("zhigong.membership.member.v1").stream()
                .filter(message -> message.type().endsWith("member-joined.v1")
                        && message.key().equals(member))
                .map(message -> message.headers().get("ce_id"))
                .distinct();
        assertThat(joined).hasSize(1);
        assertThat(databases.count("competition", "select count(*) from dead_letter"))
                .isZero();
    }
}
