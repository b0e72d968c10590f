package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrganisationHoldsTest {

    @Inject
    OrganisationHolds holds;

    @Inject
    Sql sql;

    private static Response dissolve(UUID id) {
        return asAdmin().body(Map.of("reason", "单位终止")).post("/v1/organisations/" + id + "/dissolve");
    }

    @Test
    void whoEndsAnOrganisationWaitsForThoseWhoHoldIt() throws Exception {
        var union = organisation(district(), "BASIC");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> dissolving = QuarkusTransaction.requiringNew().call(() -> {
                holds.hold(union);
                var begun = threads.submit(() -> dissolve(union));
                await().atMost(20, SECONDS).until(this::somebodyWaits);
                assertThat(begun.isDone()).isFalse();
                return begun;
            });
            dissolving.get().then().statusCode(200);
        }
    }

    private boolean somebodyWaits() {
        return sql.first("select 1 from pg_locks where locktype = 'advisory' and not granted", row -> true)
                .isPresent();
    }

    @Test
    void whatIsBeingEndedIsRefusedAtOnce() throws Exception {
        var union = organisation(district(), "BASIC");
        var other = organisation(district(), "BASIC");
        QuarkusTransaction.requiringNew().run(() -> {
            holds.end(union);
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> holds.hold(union)))
                    .hasMessage("ORGANISATION_IS_ENDING");
            QuarkusTransaction.requiringNew().run(() -> holds.hold(other));
        });
        QuarkusTransaction.requiringNew().run(() -> holds.hold(union));
    }

    @Test
    void whatHasEndedCannotBeHeld() {
        var union = organisation(district(), "BASIC");
        var other = organisation(district(), "BASIC");
        dissolve(union).then().statusCode(200);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> holds.hold(union)))
                .hasMessage("ORGANISATION_ENDED");
        assertThat(QuarkusTransaction.requiringNew().call(() -> holds.holdActive(Set.of(union, other))))
                .containsExactly(other);
        refused(dissolve(union), 409, "ILLEGAL_TRANSITION");
    }
}
