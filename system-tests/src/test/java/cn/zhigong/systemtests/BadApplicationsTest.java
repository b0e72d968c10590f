package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Person;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Wrong, unlawful and repeated applications, and officers and members where they have no business. */
@AgainstTheStack
@Order(11)
class BadApplicationsTest {

    private static final String APPLICATIONS = "/api/membership/v1/join-applications";

    private final Stack stack;
    private final Union union;
    private final String code;

    BadApplicationsTest(Stack stack) {
        this.stack = stack;
        this.union = Union.ofTheFactory(stack);
        this.code = union.joinCode();
    }

    private long applications() {
        return stack.databases().count("membership", "select count(*) from join_application");
    }

    private Worker worker(Person person) {
        return new Worker(stack, person, stack.as(stack.newAccount(person)));
    }

    @Test
    void aWrongCheckDigitIsFoundAndNothingIsKept() {
        var before = applications();
        var person = stack.people().next();
        var last = person.number().charAt(17) == '0' ? '1' : '0';
        var wrong = person.withNumber(person.number().substring(0, 17) + last);
        worker(wrong).apply(code).refused(422, "INVALID_CONTENT").violation("identity.number", "CHECK_DIGIT");
        assertThat(applications()).isEqualTo(before);
    }

    @Test
    void aBirthDateThatNeverWasIsFound() {
        var before = applications();
        worker(stack.people().of("310101", "20010229"))
                .apply(code)
                .refused(422, "INVALID_CONTENT")
                .violation("identity.number", "BIRTH_DATE");
        assertThat(applications()).isEqualTo(before);
    }

    @Test
    void nobodyUnderSixteenJoins() {
        var before = applications();
        var today = LocalDate.ofInstant(stack.now(), java.time.ZoneId.of("Asia/Shanghai"));
        worker(stack.people().bornOn(today.minusYears(16).plusDays(1)))
                .apply(code)
                .refused(422, "UNDER_WORKING_AGE");
        assertThat(applications()).isEqualTo(before);
        worker(stack.people().bornOn(today.minusYears(16))).apply(code).expect(201);
    }

    @Test
    void aNumberFromADistrictThatWasAbolishedIsGood() {
        var worker = worker(stack.people().of("310230", "19681231"));
        assertThat(worker.join(union)).isNotEmpty();
    }

    @Test
    void aCodeThatIsNoLongerGoodTakesNobody() {
        var before = applications();
        var worker = Worker.withAccount(stack);
        worker.apply("AAAAAAAAAAAAAAAAAAAAAAAAAAAA").refused(404, "JOIN_CODE_UNKNOWN");

        var revoked = union.issue(Map.of()).expect(201);
        union.officer()
                .post("/api/membership/v1/join-codes/" + revoked.id() + "/revoke")
                .expect(200);
        worker.apply(revoked.text("code")).refused(409, "JOIN_CODE_REVOKED");

        var later = stack.now().plus(Duration.ofDays(1)).toString();
        var early = union.issue(Map.of("validFrom", later)).expect(201).text("code");
        worker.apply(early).refused(409, "JOIN_CODE_NOT_YET_VALID");

        var short_ = stack.now().plusSeconds(2).toString();
        var expired = union.issue(Map.of("validUntil", short_)).expect(201).text("code");
        await().atMost(Worker.PATIENCE)
                .until(() -> stack.anybody()
                                .get("/api/membership/v1/join-codes/" + expired)
                                .status()
                        == 409);
        worker.apply(expired).refused(409, "JOIN_CODE_EXPIRED");
        assertThat(applications()).isEqualTo(before);

        var single = union.issue(Map.of("maxUses", 1)).expect(201).text("code");
        Worker.withAccount(stack).apply(single).expect(201);
        worker.apply(single).refused(409, "JOIN_CODE_EXHAUSTED");
        assertThat(applications()).isEqualTo(before + 1);
    }

    @Test
    void twentyApplicationsAtOnceAreOneWithAndWithoutIdempotencyKey() throws Exception {
        var before = applications();
        var worker = Worker.withAccount(stack);
        var without = atOnce(20, () -> worker.apply(code));
        assertThat(without.stream().filter(it -> it.status() == 201)).hasSize(1);
        assertThat(without.stream().filter(it -> it.status() != 201))
                .allSatisfy(it -> it.refused(409, it.text("code")));

        var other = Worker.withAccount(stack);
        var keyed = other.api().with("Idempotency-Key", UUID.randomUUID().toString());
        var with = atOnce(20, () -> keyed.post(APPLICATIONS, other.application(code)));
        assertThat(with).allSatisfy(it -> assertThat(it.status()).isIn(201, 409));
        assertThat(with.stream()
                        .filter(it -> it.status() == 201)
                        .map(Answer::id)
                        .distinct())
                .hasSize(1);
        keyed.post(APPLICATIONS, other.application(code)).expect(201);
        assertThat(applications()).isEqualTo(before + 2);
    }

    @Test
    void twentyApprovalsAtOnceMakeOneMember() throws Exception {
        var application = Worker.withAccount(stack).applyAndWait(code);
        var before = union.members();
        var answers = atOnce(20, () -> union.approve(application));
        assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(1);
        assertThat(union.members()).isEqualTo(before + 1);
    }

    /** Whoever applies under a known number does not learn that it is known: they may be somebody else. */
    @Test
    void onePersonFromTwoCodesIsOneMemberAndASecondAccountLearnsNothing() {
        var person = stack.people().next();
        var first = worker(person);
        var member = first.join(union);
        var couriers = new Union(stack, stack.city().couriers(), union.officer());
        var before = couriers.members();
        var again = worker(person);
        var application = again.apply(couriers.joinCode()).expect(201).id();
        var path = APPLICATIONS + "/" + application;
        await("a transfer is proposed instead")
                .atMost(Worker.PATIENCE)
                .until(() -> couriers.officer().get(path).expect(200).text("state"), "CONVERTED_TO_TRANSFER"::equals);
        assertThat(again.api().get(path).expect(200).text("state")).isEqualTo("ROUTED");
        couriers.approve(application).refused(409, "ILLEGAL_TRANSITION");
        assertThat(first.membership().expect(200).id()).isEqualTo(member);
        again.membership().refused(404, "NOT_A_MEMBER");
        assertThat(couriers.members()).isEqualTo(before);
    }

    @Test
    void anOfficerOfAnotherDistrictFindsNothing() {
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(code);
        var stranger = stack.as("officer-huangpu");
        stranger.get(APPLICATIONS + "/" + application).refused(404, "NOT_FOUND");
        stranger.post(APPLICATIONS + "/" + application + "/approve", Map.of()).refused(404, "NOT_FOUND");
        stranger.get("/api/membership/v1/organisations/" + union.id()).refused(404, "NOT_FOUND");
        stranger.get("/api/membership/v1/members?under=" + union.id()).refused(404, "NOT_FOUND");
        stranger.post(
                        "/api/membership/v1/organisations/" + union.id() + "/join-codes",
                        Map.of(
                                "kind",
                                "POSTER",
                                "validUntil",
                                stack.now().plusSeconds(600).toString()))
                .refused(404, "NOT_FOUND");
        worker.awaitApplication(application, "ROUTED");
    }

    @Test
    void aMemberReadsOnlyThemselves() {
        var worker = Worker.withAccount(stack);
        var application = worker.applyAndWait(code);
        var member = union.approve(application).expect(200).text("memberId");
        var curious = Worker.withAccount(stack);
        curious.api().get("/api/membership/v1/members/" + member).refused(403, "FORBIDDEN");
        curious.api().get(APPLICATIONS + "/" + application).refused(404, "NOT_FOUND");
        curious.api().post(APPLICATIONS + "/" + application + "/withdraw").refused(404, "NOT_FOUND");
        curious.api()
                .post(APPLICATIONS + "/" + application + "/approve", Map.of())
                .refused(403, "FORBIDDEN");
        assertThat(worker.membership().expect(200).text("state")).isEqualTo("ACTIVE");
    }

    private static List<Answer> atOnce(int times, Callable<Answer> request) throws InterruptedException {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            return tasks.invokeAll(java.util.Collections.nCopies(times, request)).stream()
                    .map(BadApplicationsTest::result)
                    .toList();
        }
    }

    private static Answer result(Future<Answer> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
