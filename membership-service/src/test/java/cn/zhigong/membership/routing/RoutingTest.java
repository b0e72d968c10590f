package cn.zhigong.membership.routing;

import static cn.zhigong.membership.joining.JoiningFixtures.application;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every rule by which an applicant can come to a union, from the application to the recorded rule. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class RoutingTest extends InADistrict {

    /** Districts whose federations no other test of this service makes. */
    private static final String JINSHAN = "310116";

    private static final String SONGJIANG = "310117";

    /** An application that says no more than this of the place of work, once it is routed. */
    private static void routed(Map<String, ?> situation, RoutingRule rule, UUID union) {
        Map<String, @Nullable Object> said = new HashMap<>();
        said.put("workerGroup", null);
        said.putAll(situation);
        var account = worker();
        var id = Answers.id(
                asWorker(account).body(application(People.believed(), said)).post("/v1/join-applications"), 201);
        awaitState(id, "ROUTED");
        asWorker(account)
                .get("/v1/join-applications/" + id)
                .then()
                .body("routedBy", equalTo(rule.name()))
                .body("organisationId", equalTo(union.toString()));
    }

    /** An employer that a union covers; its credit code. */
    private static String covered(UUID union) {
        var code = creditCode("91");
        as(officer(union, "OFFICER"))
                .body(Map.of("name", "某某有限公司", "creditCode", code))
                .post("/v1/organisations/" + union + "/employers")
                .then()
                .statusCode(201);
        return code;
    }

    private static Map<String, ?> employed(String code) {
        return Map.of("employmentForm", "CONTRACT", "employer", Map.of("creditCode", code));
    }

    private static Map<String, ?> dispatched(String firm, String choice, String usingUnit) {
        return Map.of(
                "employmentForm",
                "DISPATCH",
                "employer",
                Map.of("creditCode", firm),
                "dispatch",
                Map.of("choice", choice, "usingUnit", Map.of("creditCode", usingUnit)));
    }

    private static String street(String district) {
        return district + "%03d".formatted(ThreadLocalRandom.current().nextInt(1_000));
    }

    @Test
    void theCodeThatWasScanned() {
        var union = organisation(district, "BASIC");
        var elsewhere = covered(organisation(district, "BASIC"));
        var situation = new HashMap<String, Object>(employed(elsewhere));
        situation.put("joinCode", code(union, clock));
        routed(situation, RoutingRule.JOIN_CODE, union);
    }

    @Test
    void theEmployersOwnUnion() {
        var union = organisation(district, "BASIC");
        routed(employed(covered(union)), RoutingRule.EMPLOYER_UNION, union);
    }

    /** 劳动合同法 §64. */
    @Test
    void aDispatchedWorkersChoice() {
        theChoiceDecides("BASIC", "BASIC");
    }

    @Test
    void aDispatchedWorkersChoiceBetweenJointUnions() {
        theChoiceDecides("JOINT_BASIC", "REGIONAL_FEDERATION");
    }

    /** Between the union that covers the dispatch firm and the one that covers the using unit. */
    private void theChoiceDecides(String kindOfTheFirms, String kindOfTheUnits) {
        var firms = organisation(district, kindOfTheFirms);
        var units = organisation(district, kindOfTheUnits);
        var firm = covered(firms);
        var unit = covered(units);
        routed(dispatched(firm, "DISPATCH_FIRM", unit), RoutingRule.DISPATCH, firms);
        routed(dispatched(firm, "USING_UNIT", unit), RoutingRule.DISPATCH, units);
    }

    @Test
    void theOtherOfTheTwoWhereTheChosenHasNoUnion() {
        var firms = organisation(district, "INDUSTRY_FEDERATION");
        var units = organisation(district, "BASIC");
        routed(dispatched(creditCode("91"), "DISPATCH_FIRM", covered(units)), RoutingRule.DISPATCH, units);
        routed(dispatched(covered(firms), "USING_UNIT", creditCode("91")), RoutingRule.DISPATCH, firms);
    }

    @Test
    void theJointUnionThatCoversTheEmployer() {
        for (var kind : List.of("JOINT_BASIC", "REGIONAL_FEDERATION", "INDUSTRY_FEDERATION")) {
            var union = organisation(district, kind);
            routed(employed(covered(union)), RoutingRule.JOINT_UNION, union);
        }
    }

    @Test
    void theIndustryFederationOfTheDistrict() {
        var federation = organisation(
                organisation(root(), "DISTRICT_FEDERATION"),
                "INDUSTRY_FEDERATION",
                Map.of("district", JINSHAN, "workerGroups", List.of("CARE_WORKER")));
        routed(Map.of("workerGroup", "CARE_WORKER", "district", JINSHAN), RoutingRule.INDUSTRY_FEDERATION, federation);
    }

    @Test
    void theFederationOfTheZone() {
        var zone = "Z" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        var federation = organisation(district, "REGIONAL_FEDERATION", Map.of("zone", zone));
        routed(Map.of("zone", zone), RoutingRule.ZONE_FEDERATION, federation);
    }

    @Test
    void theSmallSecondLevelUnionOfTheStreetAndTheStreetItself() {
        var street = street(SONGJIANG);
        var union = organisation(
                organisation(root(), "DISTRICT_FEDERATION"),
                "SUBDISTRICT",
                Map.of("district", SONGJIANG, "street", street));
        routed(Map.of("street", street), RoutingRule.STREET_UNION, union);
        var federation = organisation(union, "REGIONAL_FEDERATION");
        routed(Map.of("street", street + "001"), RoutingRule.STREET_SECOND_LEVEL, federation);
    }

    /** Full-width and other scripts' digits are no digits of a code. */
    @Test
    void aPlaceIsWrittenInPlainDigits() {
        for (var place :
                List.of(Map.of("district", "３１０１１５"), Map.of("street", "٣١٠١١٥٠٠١"), Map.of("street", "310115001\n"))) {
            asWorker(worker())
                    .body(application(People.believed(), place))
                    .post("/v1/join-applications")
                    .then()
                    .statusCode(422)
                    .body(
                            "violations[0].field",
                            equalTo(place.keySet().iterator().next()));
        }
    }

    @Test
    void thePoolOfTheDistrictAndOfTheCity() {
        var federation = organisation(root(), "DISTRICT_FEDERATION", Map.of("district", SONGJIANG));
        routed(Map.of("district", SONGJIANG), RoutingRule.FALLBACK_POOL, federation);
        routed(Map.of(), RoutingRule.FALLBACK_POOL, root());
    }
}
