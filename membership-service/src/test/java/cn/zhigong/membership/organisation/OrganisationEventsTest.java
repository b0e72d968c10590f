package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.organisation.OrganisationEvent.OfficerGrantChanged;
import cn.zhigong.membership.organisation.OrganisationEvent.OrganisationChanged;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.EventsOnKafka.Sent;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other services hear, read from the broker. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrganisationEventsTest {

    private static List<Sent> ofOrganisation(UUID id, int count) {
        return EventsOnKafka.await(OrganisationChanged.TOPIC, id, count);
    }

    private static void post(String path, Map<String, ?> body) {
        asAdmin().body(body).post("/v1/organisations/" + path).then().statusCode(200);
    }

    @Test
    void aNewOrganisationIsTold() {
        var id = organisation(root(), "DISTRICT_FEDERATION", Map.of("name", "浦东新区总工会", "district", "310115"));
        var sent = ofOrganisation(id, 1).getFirst();
        assertThat(sent.type()).isEqualTo("cn.zhigong.membership.organisation-changed.v1");
        var told = sent.json();
        assertThat(told.path("id").asText()).isEqualTo(id.toString());
        assertThat(told.path("name").asText()).isEqualTo("浦东新区总工会");
        assertThat(told.path("district").asText()).isEqualTo("310115");
        assertThat(told.path("parentId").asText()).isEqualTo(root().toString());
        assertThat(told.path("active").asBoolean()).isTrue();
    }

    @Test
    void aMoveTellsOfTheMovedOneOnly() {
        var district = district();
        var from = organisation(district, "SUBDISTRICT");
        var to = organisation(district, "SUBDISTRICT");
        var moved = organisation(from, "REGIONAL_FEDERATION");
        var below = organisation(moved, "BASIC");
        post(moved + "/move", Map.of("newParentId", to, "reason", "x"));
        var told = ofOrganisation(moved, 2);
        assertThat(told)
                .extracting(sent -> sent.json().path("parentId").asText())
                .containsExactly(from.toString(), to.toString());
        assertThat(told)
                .extracting(sent -> sent.json().path("version").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(ofOrganisation(below, 1)).hasSize(1);
    }

    @Test
    void anEndIsToldAsInactive() {
        var district = district();
        var merged = organisation(district, "REGIONAL_FEDERATION");
        var into = organisation(district, "REGIONAL_FEDERATION");
        var child = organisation(merged, "BASIC");
        post(merged + "/merge", Map.of("intoId", into, "reason", "x"));
        post(child + "/dissolve", Map.of("reason", "x"));
        assertThat(ofOrganisation(merged, 2).getLast().json().path("active").asBoolean())
                .isFalse();
        var ofChild = ofOrganisation(child, 3);
        assertThat(ofChild.get(1).json().path("parentId").asText()).isEqualTo(into.toString());
        assertThat(ofChild)
                .extracting(sent -> sent.json().path("active").asBoolean())
                .containsExactly(true, true, false);
    }

    @Test
    void aGrantAndItsRevocationAreTold() {
        var district = district();
        var body = Map.of(
                "account", "officer-pudong",
                "role", "OFFICER",
                "from", "2026-01-01T00:00:00Z",
                "until", "2031-01-01T00:00:00Z");
        var given = asAdmin().body(body).post("/v1/organisations/" + district + "/officers");
        given.then().statusCode(201);
        var id = UUID.fromString(given.path("id"));
        post(district + "/officers/" + id + "/revoke", Map.of("reason", "x"));
        var told = EventsOnKafka.await(OfficerGrantChanged.TOPIC, id, 2);
        assertThat(told).extracting(Sent::type).containsOnly("cn.zhigong.membership.officer-grant-changed.v1");
        assertThat(told.getFirst().json().path("account").asText()).isEqualTo("officer-pudong");
        assertThat(told.getFirst().json().path("organisationId").asText()).isEqualTo(district.toString());
        assertThat(told.getFirst().json().path("until").asText()).isEqualTo("2031-01-01T00:00:00Z");
        assertThat(told.getLast().json().path("until").asText()).isLessThan("2031");
        assertThat(told.getLast().json().path("version").asLong())
                .isGreaterThan(told.getFirst().json().path("version").asLong());
    }
}
