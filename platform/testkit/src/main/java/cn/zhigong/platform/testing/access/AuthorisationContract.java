package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.testing.ChassisOperations;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every operation of a service withstands the attacks that its declared roles and reach call for: no token, the wrong
 * role, another worker's or another union's things, mismatched parents, mixed batches, other verbs and writings of the
 * path, fields that are not the caller's to set. And it refuses what is wrong by its form alone, with the same codes as
 * every other. A subclass gives {@link Samples} of two worlds and nothing else.
 *
 * <p>What is allowed is read from the committed {@code api/openapi.yaml}: whoever changes a role without it is found
 * here. A probe that proves nothing fails: a missing sample, a rightful caller who is not served, a stranger whose
 * request was refused for its form.
 *
 * <p>The chassis' own endpoints are tried for tokens, roles and form in every service, and with real things once, in
 * the chassis' own tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class AuthorisationContract {

    private @Nullable Probes probes;
    private @Nullable List<ApiOperation> operations;

    /** Builds the two worlds; called once. */
    protected abstract Samples samples();

    /** What is declared; the committed document unless there is none. */
    protected ApiDocument document() {
        return Declared.committed();
    }

    /** Whether real things of the chassis' endpoints are among the samples. */
    protected boolean triesTheChassis() {
        return false;
    }

    @Test
    void everyOperationDeclaresWhoMayCallItAndHowFarTheyReach() {
        assertThat(operations().stream()
                        .flatMap(
                                one -> new AccessRule(one).defects().stream().map(defect -> one.name() + " " + defect)))
                .isEmpty();
    }

    /** The attacks below are those on what is committed: what is served otherwise would not be attacked at all. */
    @Test
    void whatIsServedIsDeclaredAsItIsCommitted() {
        assertThat(Declared.served().operations())
                .extracting(ApiOperation::name, ApiOperation::isPublic, ApiOperation::roles, ApiOperation::reach)
                .containsExactlyInAnyOrderElementsOf(operations().stream()
                        .map(one -> tuple(one.name(), one.isPublic(), one.roles(), one.reach()))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsServedWithoutAToken() {
        return each(one -> !one.isPublic(), one -> probes().requireToken(one));
    }

    @TestFactory
    Stream<DynamicTest> aRoleThatIsNotDeclaredIsForbidden() {
        var scopes = operations().stream()
                .flatMap(one -> one.roles().stream())
                .filter(AccessRule::isScope)
                .collect(Collectors.toSet());
        return each(one -> true, one -> probes().refuseRoles(one, scopes));
    }

    @TestFactory
    Stream<DynamicTest> everyRightfulCallerIsServed() {
        return each(this::hasSamples, one -> probes().serveRightful(one));
    }

    @TestFactory
    Stream<DynamicTest> strangersFindNothingOfOthers() {
        return each(this::hasSamples, one -> strangers().findNothing(one));
    }

    @TestFactory
    Stream<DynamicTest> anOrganisationOfOnesOwnOpensNothingOfOthers() {
        return each(
                one -> hasSamples(one)
                        && !one.pathVariables().isEmpty()
                        && one.bodySchema().isPresent()
                        && !Batches.isBatch(one)
                        && strangers().namesOrganisations(one),
                one -> strangers().openNothingByOrganisations(one));
    }

    /** Before all that changes what they look at. */
    @TestFactory
    @Order(0)
    Stream<DynamicTest> aGrantToLookIsNoneToChange() {
        return each(
                one -> hasSamples(one) && Probes.isChangeByOfficers(one), one -> probes().refuseWhoMayOnlyLook(one));
    }

    @TestFactory
    Stream<DynamicTest> strangersAreShownNothingOfOthers() {
        return each(
                one -> hasSamples(one) && one.method().equals("get"),
                one -> strangers().areShownNothing(one));
    }

    @TestFactory
    Stream<DynamicTest> aThingIsNotFoundBelowAnotherParent() {
        return each(
                one -> hasSamples(one) && new AccessRule(one).prefixes().size() > 1,
                one -> strangers().refuseOtherParents(one));
    }

    @TestFactory
    Stream<DynamicTest> oneForeignThingInABatchIsNotTouched() {
        return each(
                one -> hasSamples(one) && Batches.isBatch(one),
                one -> strangers().spareTheForeignOfABatch(one));
    }

    @TestFactory
    Stream<DynamicTest> otherVerbsAreNotAllowed() {
        return each(this::isFirstOfItsPath, one -> probes().refuseOtherVerbs(one));
    }

    @TestFactory
    Stream<DynamicTest> anotherWritingOfThePathIsNotTheOperation() {
        return each(one -> true, one -> probes().refuseOtherWritings(one));
    }

    /** Before all others, which leave things in states where nothing can be changed any more. */
    @TestFactory
    @Order(1)
    Stream<DynamicTest> whatIsNotTheCallersToSetIsNotTaken() {
        return each(one -> hasSamples(one) && one.bodySchema().isPresent(), one -> probes().refuseAssignments(one));
    }

    @TestFactory
    Stream<DynamicTest> undeclaredFieldsAndOrdersAreRefused() {
        return each(one -> hasSamples(one) && one.method().equals("get"), one -> probes().refuseUndeclaredQueries(one));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownParameterIsRefused() {
        return each(one -> true, one -> forms().refuseUnknownParameters(one));
    }

    @TestFactory
    Stream<DynamicTest> aBodyOfAnotherMediaTypeIsRefused() {
        return each(Forms::takesABody, one -> forms().refuseOtherMediaTypes(one));
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatCannotBeReadIsRefused() {
        return each(one -> one.bodySchema().isPresent(), one -> forms().refuseUnreadableBodies(one));
    }

    /** A merge patch that is no object is the whole new thing, which each feature reads for itself. */
    @TestFactory
    Stream<DynamicTest> aBodyThatSaysNothingIsRefused() {
        return each(
                one -> one.bodySchema().isPresent()
                        && Forms.requiresABody(one)
                        && !one.method().equals("patch"),
                one -> forms().refuseNothingForABody(one));
    }

    @TestFactory
    Stream<DynamicTest> aRequestThatStillRunsIsNotDoneTwice() {
        return each(
                one -> hasSamples(one) && one.parameters("header").contains("Idempotency-Key"),
                one -> forms().refuseWhileItRuns(one));
    }

    /** Strangers have asked already for nothing where there are any. */
    @TestFactory
    Stream<DynamicTest> whatIsNotThereIsNotFound() {
        return each(
                one -> mayNameNothing(one)
                        && (!hasSamples(one)
                                || new AccessRule(one).limitedRoles().isEmpty()),
                one -> forms().findNothing(one));
    }

    /** As early as that, for the same reason; it changes nothing itself. */
    @TestFactory
    @Order(0)
    Stream<DynamicTest> aChangeOfAnotherVersionIsRefused() {
        return each(
                one -> hasSamples(one) && one.method().equals("patch"),
                one -> forms().refuseChangesOfAnotherVersion(one));
    }

    /** The same of a change that says none. */
    @TestFactory
    @Order(0)
    Stream<DynamicTest> aChangeThatNamesNoVersionIsRefused() {
        return each(
                one -> hasSamples(one) && one.method().equals("patch"), one -> forms().refuseChangesOfNoVersion(one));
    }

    @TestFactory
    Stream<DynamicTest> anAnswerThatCannotBeGivenIsRefused() {
        return each(one -> true, one -> forms().refuseUnmetWishes(one));
    }

    @TestFactory
    Stream<DynamicTest> anotherMethodIsRefusedWithThoseThereAre() {
        return each(this::isFirstOfItsPath, one -> forms().refuseOtherMethods(one));
    }

    /** Last, for it may well change something. */
    @TestFactory
    @Order(Integer.MAX_VALUE)
    Stream<DynamicTest> anOddWordIsNoFailure() {
        return each(
                one -> hasSamples(one) && OddWords.concern(one),
                one -> probes().oddWords().survive(one));
    }

    private Strangers strangers() {
        return probes().strangers();
    }

    private Forms forms() {
        return probes().forms();
    }

    /** Each operation is one test; the report of a build shows a test's message only, so the operation stands there. */
    private Stream<DynamicTest> each(Predicate<ApiOperation> concerned, Consumer<ApiOperation> attack) {
        return operations().stream()
                .filter(concerned)
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> named(one, attack)));
    }

    private static void named(ApiOperation operation, Consumer<ApiOperation> attack) {
        try {
            attack.accept(operation);
        } catch (AssertionError finding) {
            throw new AssertionError("<%s> %s".formatted(operation.name(), finding.getMessage()), finding);
        }
    }

    private boolean hasSamples(ApiOperation operation) {
        return triesTheChassis() || !ChassisOperations.has(operation);
    }

    private boolean mayNameNothing(ApiOperation operation) {
        return !operation.pathVariables().isEmpty() && probes().mayNameNothing(operation);
    }

    private boolean isFirstOfItsPath(ApiOperation operation) {
        return operations().stream()
                .filter(one -> one.path().equals(operation.path()))
                .findFirst()
                .filter(operation::equals)
                .isPresent();
    }

    private List<ApiOperation> operations() {
        if (operations == null) {
            operations = document().operations();
            assertThat(operations).isNotEmpty();
        }
        return operations;
    }

    private Probes probes() {
        if (probes == null) {
            probes = new Probes(samples(), this::hasSamples);
        }
        return probes;
    }

    @AfterAll
    void hangUp() {
        if (probes != null) {
            probes.close();
        }
    }
}
