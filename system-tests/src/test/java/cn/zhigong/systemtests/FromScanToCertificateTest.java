package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A worker scans a code, joins, wins a contest and holds a certificate. */
@AgainstTheStack
@Order(20)
class FromScanToCertificateTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Stack stack;
    private final Union union;

    FromScanToCertificateTest(Stack stack) {
        this.stack = stack;
        this.union = Union.ofTheFactory(stack);
    }

    @Test
    void aWorkerWhoScansJoinsWinsAndIsCertified() {
        var worker = Worker.withAccount(stack);
        var member = joins(worker);
        var rival = Worker.withAccount(stack);
        var rivalMember = rival.join(union);
        assertThat(rivalMember).isNotEqualTo(member);

        var contest = Contest.open(stack);
        var entry = contest.register(worker);
        contest.tryToRegister(worker).refused(409, "ALREADY_REGISTERED");
        contest.hold(entry, contest.register(rival));
        contest.tryToFinalise().refused(409, "RESULT_NOT_FINAL");
        contest.finish();

        certified(worker);
    }

    private String joins(Worker worker) {
        var code = union.joinCode();
        var invitation =
                stack.anybody().get("/api/membership/v1/join-codes/" + code).expect(200);
        assertThat(invitation.text("organisationName")).isEqualTo("示范精密制造有限公司工会");
        stack.anybody().get("/j/" + code).expect(200);
        worker.membership().refused(404, "NOT_A_MEMBER");

        var application = worker.applyAndWait(code);
        var approved = union.approve(application).expect(200);
        assertThat(approved.text("state")).isEqualTo("MEMBER_CREATED");

        var me = worker.membership().expect(200);
        assertThat(me.id()).isEqualTo(approved.text("memberId"));
        assertThat(me.text("name")).isEqualTo(worker.person().name());
        assertThat(me.body())
                .doesNotContain(worker.person().number(), worker.person().phone());
        var card = worker.api().get("/api/membership/v1/members/me/card").expect(200);
        assertThat(card.text("memberNumber")).isEqualTo(me.text("number"));
        return me.id();
    }

    private void certified(Worker worker) {
        var promotion = Promotion.of(worker);
        assertThat(promotion.look().expect(200).text("state")).isEqualTo("ELIGIBLE");
        promotion.approve().refused(404, "NOT_FOUND");
        promotion.submit().expect(200);
        var number = promotion.approve().expect(200).text("certificateNumber");
        assertThat(number).matches("^[YSJ]\\d{4}\\d{2}\\d{6}\\d{2}[1-5]\\d{6}$");

        var certificate =
                stack.anybody().get("/api/training/v1/certificates/" + number).expect(200);
        assertThat(certificate.text("state")).isEqualTo("VALID");
        assertThat(certificate.text("occupation")).isEqualTo(Contest.WELDER);
        await("the skill level in the member's profile")
                .atMost(Worker.PATIENCE)
                .until(() -> worker.membership()
                        .expect(200)
                        .json()
                        .at("/skills/0/certificateNumber")
                        .asText()
                        .equals(number));
    }

    @Test
    void aDisputeHasFifteenDaysOfMediationFromItsReceipt() {
        var worker = Worker.withAccount(stack);
        var dispute = Dispute.file(stack, worker.api()).expect(201);
        assertThat(dispute.text("state")).isEqualTo("REGISTERED");

        var accepted = stack.as("mediator-1")
                .post("/api/rights/v1/disputes/" + dispute.id() + "/accept")
                .expect(200);
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        var clock = accepted.json()
                .path("clocks")
                .valueStream()
                .filter(it -> it.path("ruleId").asText().equals("MEDIATION"))
                .findFirst()
                .orElseThrow();
        // The day of receipt is not counted; a last day that is a holiday moves to the next working day, and no
        // holiday of 2026 is longer than nine days.
        var fifteenth = LocalDate.ofInstant(Instant.parse(dispute.text("receivedAt")), CHINA)
                .plusDays(15);
        assertThat(LocalDate.parse(clock.path("lastDay").asText())).isBetween(fifteenth, fifteenth.plusDays(9));
        assertThat(Instant.parse(clock.path("dueAt").asText()))
                .isEqualTo(LocalDate.parse(clock.path("lastDay").asText())
                        .plusDays(1)
                        .atStartOfDay(CHINA)
                        .toInstant());
        stack.as("officer-huangpu")
                .get("/api/rights/v1/disputes/" + dispute.id())
                .refused(404, "NOT_FOUND");
    }

    @Test
    void aWorkerWithoutAnAccountJoinsByPhoneAndLinksALaterLogin() {
        var worker = Worker.withPhone(stack);
        var application = worker.applyAndWait(union.joinCode());
        union.approve(application).expect(200);
        // The phone's token is for one application: it opens nothing else and files no second one.
        worker.membership().expect(404);
        worker.apply(union.joinCode()).refused(409, "PHONE_RIGHT_SPENT");

        var stranger = Worker.withAccount(stack);
        stranger.api().put("/api/membership/v1/members/me/login").refused(404, "NOT_A_MEMBER");
        var login = new Worker(stack, worker.person(), stack.as(stack.newAccount(worker.person())));
        login.membership().refused(404, "NOT_A_MEMBER");
        var linked = login.api().put("/api/membership/v1/members/me/login").expect(200);
        assertThat(login.membership().expect(200).id()).isEqualTo(linked.id());
        var other = stack.as(stack.newAccount(worker.person()));
        other.put("/api/membership/v1/members/me/login").refused(409, "MEMBER_HAS_ANOTHER_ACCOUNT");
    }
}
