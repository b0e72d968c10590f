package cn.zhigong.gateway.portal;

import static cn.zhigong.gateway.stage.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.gateway.problem.Language;
import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stage.class)
class PortalTest {
    @Inject
    Door door;

    @Inject
    Documents documents;

    @Test
    void theDocumentsOfAllRunningServicesBecomeOne() {
        var answer = door.get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        var document = new JsonObject(answer.body());
        assertThat(document.getString("openapi")).isEqualTo("3.1.0");
        assertThat(document.getJsonObject("paths").fieldNames())
                .contains("/problems", "/api/membership/v1/notices", "/api/competition/v1/notices")
                .doesNotContain("/api/membership/internal", "/internal");
        var operation = document.getJsonObject("paths")
                .getJsonObject("/api/training/v1/notices")
                .getJsonObject("get");
        assertThat(operation.getString("operationId")).isEqualTo("trainingListNotices");
        assertThat(operation.getJsonArray("tags")).isEqualTo(new JsonArray().add("Training: Notices"));
        assertThat(operation.getJsonArray("security").getJsonObject(0).getJsonArray("bearer"))
                .isEqualTo(new JsonArray().add("training:notices:read"));
        assertThat(document.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .fieldNames())
                .containsExactly("bearer");
        assertThat(document.getJsonObject("info").getJsonArray("x-unavailable"))
                .isEqualTo(new JsonArray().add("rights"));
    }

    @Test
    void onlyComponentsThatDifferAreRenamedAndEveryReferenceLeadsSomewhere() {
        var text = door.get("/openapi.json").body();
        var schemas = new JsonObject(text).getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.fieldNames())
                .contains("Page", "MembershipNotice", "TrainingNotice", "MembershipNotices", "TrainingNotices")
                .doesNotContain("Notice", "Notices", "MembershipPage");
        assertThat(schemas.getJsonObject("TrainingNotices")
                        .getJsonObject("items")
                        .getString("$ref"))
                .isEqualTo("#/components/schemas/TrainingNotice");
        var references = new TreeSet<String>();
        var matcher = java.util.regex.Pattern.compile("\"\\$ref\":\"#/components/schemas/([^\"]+)\"")
                .matcher(text);
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        assertThat(schemas.fieldNames()).containsAll(references);
    }

    @Test
    void theDocumentHasAnEntityTag() {
        var tag = header(door.get("/openapi.json"), "etag");
        assertThat(door.get("/openapi.json", "if-none-match", "\"other\", W/" + tag)
                        .statusCode())
                .isEqualTo(304);
        var answer = door.get("/openapi.json", "if-none-match", tag);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(header(answer, "etag")).isEqualTo(tag);
        assertThat(header(answer, "content-length")).isEmpty();
    }

    @Test
    void theDocumentIsMadeOnceForTheSameInputs() {
        var question = new Portal.Question("/openapi.json", null, null, null, Language.EN);
        assertThat(documents.openApi(question)).isSameAs(documents.openApi(question));
    }

    @Test
    void theEventsOfAllRunningServicesBecomeOneDocument() {
        var answer = door.get("/asyncapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo("application/vnd.aai.asyncapi+json;version=3.0.0");
        assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
        var document = new JsonObject(answer.body());
        assertThat(document.getString("asyncapi")).isEqualTo("3.0.0");
        assertThat(document.getJsonObject("info").getJsonArray("x-unavailable"))
                .isEqualTo(new JsonArray().add("rights"));
        assertThat(document.getJsonObject("channels").fieldNames())
                .containsExactlyInAnyOrder(
                        "membership.notice.v1", "competition.notice.v1", "training.notice.v1", "rights.dispute.v1");
        assertThat(document.getJsonObject("operations").fieldNames())
                .contains("membershipSendNotice", "competitionReceiveNotice", "trainingReceiveNotice");
        assertThat(document.getJsonObject("operations")
                        .getJsonObject("trainingReceiveNotice")
                        .getString("x-service"))
                .isEqualTo("training");
        assertThat(document.getJsonObject("components")
                        .getJsonObject("messageTraits")
                        .fieldNames())
                .containsExactly("cloudEvent");
    }

    @Test
    void aTopicIsDescribedByItsOwnerAndWhatOnlyReadersKnowOfItStays() {
        var channels = new JsonObject(door.get("/asyncapi.json").body()).getJsonObject("channels");
        var owned = channels.getJsonObject("membership.notice.v1");
        assertThat(owned.getString("description")).isEqualTo("Every event");
        assertThat(owned.getJsonObject("messages").fieldNames()).contains("notice-given.v1", "notice-lost.v1");
        assertThat(owned.getJsonObject("messages")
                        .getJsonObject("notice-given.v1")
                        .encode())
                .contains("whole");
        assertThat(channels.getJsonObject("rights.dispute.v1")
                        .getJsonObject("messages")
                        .fieldNames())
                .containsExactlyInAnyOrder("dispute-membership.v1", "dispute-competition.v1", "dispute-training.v1");
    }

    @Test
    void theDocumentOfEventsHasAnEntityTagAndIsMadeOnceForTheSameInputs() {
        var tag = header(door.get("/asyncapi.json"), "etag");
        var answer = door.get("/asyncapi.json", "if-none-match", tag);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(header(answer, "etag")).isEqualTo(tag).isNotEqualTo(header(door.get("/openapi.json"), "etag"));
        var question = new Portal.Question("/asyncapi.json", null, null, null, Language.EN);
        assertThat(documents.asyncApi(question)).isSameAs(documents.asyncApi(question));
        assertThat(door.send("POST", "/asyncapi.json", "x").statusCode()).isEqualTo(405);
    }

    @Test
    void theReferenceLeadsToTheEvents() {
        assertThat(door.get("/docs").body()).contains("href=\"/asyncapi.json\"");
        assertThat(door.get("/.well-known/api-catalog").body()).contains("\"/asyncapi.json\"");
    }

    @Test
    void theReferenceComesWhollyFromOurOwnOrigin() {
        var page = door.get("/docs");
        assertThat(header(page, "content-security-policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.body()).doesNotContain("http://", "https://", "<script>");
        var matcher = java.util.regex.Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"")
                .matcher(page.body());
        var files = 0;
        while (matcher.find()) {
            var file = door.get(matcher.group(1));
            assertThat(file.statusCode()).as(matcher.group(1)).isEqualTo(200);
            assertThat(header(file, "cache-control")).contains("immutable");
            files++;
        }
        assertThat(files).isEqualTo(4);
        assertThat(door.get("/docs/assets/index.html").statusCode()).isEqualTo(404);
        assertThat(door.get("/docs/assets/x/application.properties").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyProblemHasAPageInBothLanguages() {
        var problems = new JsonObject(
                        door.get("/problems", "accept", "application/json").body())
                .getJsonArray("problems");
        assertThat(problems.size()).isGreaterThan(15);
        for (int i = 0; i < problems.size(); i++) {
            var problem = problems.getJsonObject(i);
            for (var language : new String[] {"zh", "en"}) {
                var page = door.get("/problems/" + problem.getString("slug"), "accept-language", language);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains(problem.getString("code"));
                assertThat(page.body()).doesNotContain("<script", "Closed <b>", "NOT_FOUND}");
            }
        }
    }

    @Test
    void textsOfAServiceAreEscaped() {
        var page = door.get("/problems/membership-closed", "accept-language", "en", "accept", "text/html");
        assertThat(page.body()).contains("Closed &lt;b&gt;").contains("What to do");
        assertThat(header(page, "content-language")).isEqualTo("en");
        assertThat(door.get("/problems/membership-closed").body()).contains("怎么办");
        assertThat(door.get("/problems/%3Cscript%3E").statusCode()).isEqualTo(404);
    }

    @Test
    void aProblemIsAlsoThereForMachines() {
        var answer = door.get("/problems/token-invalid", "accept", "application/json");
        assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(401);
    }

    @Test
    void theCatalogLeadsToTheDescriptions() {
        var answer = door.get("/.well-known/api-catalog");
        assertThat(header(answer, "content-type")).startsWith("application/linkset+json");
        var links = new JsonObject(answer.body()).getJsonArray("linkset");
        assertThat(links.size()).isEqualTo(4);
        assertThat(links.getJsonObject(0).getString("anchor")).isEqualTo("/api/membership/v1");
    }

    @Test
    void thePlatformIsReadyWhenEveryServiceIs() throws Exception {
        var down = door.get("/q/health/ready");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(down.body()).getJsonArray("checks").encode())
                .contains("{\"name\":\"rights\",\"status\":\"DOWN\"", "{\"name\":\"training\",\"status\":\"UP\"");
        assertThat(door.get("/q/health/live").statusCode()).isEqualTo(200);
        try (var _ = Stage.rights()) {
            await().untilAsserted(() ->
                    assertThat(door.get("/q/health/ready").statusCode()).isEqualTo(200));
        }
    }

    @Test
    void ownPagesAreReadOnly() {
        assertThat(door.send("POST", "/openapi.json", "x").statusCode()).isEqualTo(405);
        assertThat(door.send("HEAD", "/openapi.json", "").statusCode()).isEqualTo(200);
    }
}
