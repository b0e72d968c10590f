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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void membershipDiesRightAfterAnApproval() {
        var contest = Contest.open(stack);
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(union.joinCode());
        var member = union.approve(application).expect(200).text("memberId");
        stack.kill("membership");
        // The gateway's kept connections break first (502); from then on it knows that nobody answers.
        await("the gateway says that membership is away")
                .atMost(Worker.PATIENCE)
                .untilAsserted(() -> stack.anybody()
                        .with("Accept-Language", "en")
                        .get("/api/membership/v1/charters/current")
                        .refused(503, "SERVICE_UNAVAILABLE"));
        stack.start("membership");
        assertThat(contest.register(worker)).isNotEmpty();
        isMemberOnce(worker, member);
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
    void competitionDiesWhileTheNewsOfAMemberIsOnItsWay() {
        var contest = Contest.open(stack);
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(union.joinCode());
        var member = union.approve(application).expect(200).text("memberId");
        stack.kill("competition");
        stack.start("competition");
        assertThat(contest.register(worker)).isNotEmpty();
        isMemberOnce(worker, member);
        assertThat(stack.databases()
                        .count("competition", "select count(*) from registration where member_id = ?::uuid", member))
                .isOne();
    }

    @Test
    void theDatabaseDiesWhileAWorkerWaitsForAnAnswer() {
        var worker = Worker.withAccount(stack);
        var code = union.joinCode();
        var application = worker.applyAndWait(code);
        var key = UUID.randomUUID().toString();
        stack.kill("postgres");
        var approval = "/api/membership/v1/join-applications/" + application + "/approve";
        var keyed = union.officer().with("Idempotency-Key", key);
        assertThat(keyed.post(approval, Map.of()).status()).isGreaterThanOrEqualTo(500);
        stack.start("postgres");
        // The officer presses the button again, with the same key, until there is an answer.
        var approved = await("approved")
                .atMost(Duration.ofSeconds(60))
                .until(() -> keyed.post(approval, Map.of()), answer -> answer.status() < 500)
                .expect(200);
        isMemberOnce(worker, approved.text("memberId"));
        keyed.post(approval, Map.of()).expect(200);
        isMemberOnce(worker, approved.text("memberId"));
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

    @ParameterizedTest
    @ValueSource(strings = {"before_send", "after_ack"})
    void membershipCrashesWhileItSendsTheNewsOfAMember(String point) {
        var contest = Contest.open(stack);
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(union.joinCode());
        await("everything is sent").atMost(Worker.PATIENCE).until(() -> unsent() == 0);
        stack.kill("membership");
        stack.startToCrash("membership", point);
        var approval = "/api/membership/v1/join-applications/" + application + "/approve";
        var keyed = union.officer().with("Idempotency-Key", UUID.randomUUID().toString());
        // The crash comes after the commit, before or after the officer is answered.
        var _ = keyed.post(approval, Map.of());
        await("membership has crashed").atMost(Worker.PATIENCE).until(() -> !stack.listens("membership"));
        assertThat(unsent()).isPositive();
        stack.start("membership");
        var member = await("approved")
                .atMost(Worker.PATIENCE)
                .until(() -> keyed.post(approval, Map.of()), answer -> answer.status() < 500)
                .expect(200)
                .text("memberId");
        await("the outbox is empty").atMost(Worker.PATIENCE).until(() -> unsent() == 0);
        assertThat(contest.register(worker)).isNotEmpty();
        isMemberOnce(worker, member);
    }

    @Test
    void competitionCrashesBetweenAnEffectAndItsReceipt() {
        var contest = Contest.open(stack);
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(union.joinCode());
        stack.kill("competition");
        var member = union.approve(application).expect(200).text("memberId");
        stack.startToCrash("competition", "after_effect");
        await("competition has crashed").atMost(Worker.PATIENCE).until(() -> !stack.listens("competition"));
        stack.start("competition");
        assertThat(contest.register(worker)).isNotEmpty();
        isMemberOnce(worker, member);
    }

    private long unsent() {
        return stack.databases().count("membership", "select count(*) from outbox");
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
