package cn.zhigong.platform.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.problem.CommonProblem;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The copy of organisations and grants that events keep, and what it lets callers do. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DirectoryTest {

    private static final String ORGANISATIONS = "zhigong.membership.organisation.v1";
    private static final String ORGANISATION_CHANGED = "cn.zhigong.membership.organisation-changed.v1";
    private static final String GRANTS = "zhigong.membership.officer-grant.v1";

    @Inject
    Sql sql;

    @Inject
    Directory directory;

    @Inject
    Access access;

    @Inject
    @Any
    Instance<EventHandlers> handlers;

    @Inject
    ObjectMapper json;

    private static void tell(UUID id, @Nullable UUID parent, String label, long version) {
        tell(id, parent, label, version, true);
    }

    private static void tell(UUID id, @Nullable UUID parent, String label, long version, boolean active) {
        EventsOnKafka.put(ORGANISATIONS, ORGANISATION_CHANGED, id, state(id, parent, label, version, active));
    }

    private static String state(UUID id, @Nullable UUID parent, String label, long version, boolean active) {
        return """
                {"id": "%s", "code": "U-%s", "name": "工会", "kind": "BASIC", "level": 3, "parentId": %s, "label": "%s",
                 "active": %s, "version": %d}
                """.formatted(id, id, parent == null ? "null" : "\"" + parent + "\"", label, active, version);
    }

    private static void grant(UUID id, String account, UUID organisation, String role, String until, long version) {
        EventsOnKafka.put(GRANTS, "cn.zhigong.membership.officer-grant-changed.v1", id, """
                {"id": "%s", "account": "%s", "organisationId": "%s", "role": "%s", "from": "2020-01-01T00:00:00Z",
                 "until": %s, "version": %d}
                """.formatted(
                        id, account, organisation, role, until, version));
    }

    private void awaitPath(UUID id, String path) {
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(directory.path(id)).contains(path));
    }

    private void awaitVersion(UUID id, long version) {
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(sql.first(
                                "select version from directory_organisation where id = ?", row -> row.bigint(1), id))
                        .contains(version));
    }

    @Test
    void aChildThatArrivesBeforeItsParentGetsItsPathLater() {
        var parent = UUID.randomUUID();
        var child = UUID.randomUUID();
        var grandchild = UUID.randomUUID();
        tell(grandchild, child, "c", 1);
        tell(child, parent, "b", 1);
        awaitVersion(grandchild, 1);
        awaitVersion(child, 1);
        assertThat(directory.find(child)).isEmpty();
        tell(parent, null, "a", 1);
        awaitPath(grandchild, "/a/b/c/");
        assertThat(directory.path(child)).contains("/a/b/");
    }

    @Test
    void aMoveTakesTheWholeSubtreeAlong() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var moved = UUID.randomUUID();
        var below = UUID.randomUUID();
        tell(one, null, "one", 1);
        tell(other, null, "other", 1);
        tell(moved, one, "m", 1);
        tell(below, moved, "x", 1);
        awaitPath(below, "/one/m/x/");
        tell(moved, other, "m", 2);
        awaitPath(below, "/other/m/x/");
        assertThat(directory.path(moved)).contains("/other/m/");
    }

    @Test
    void anOlderStateIsIgnored() {
        var id = UUID.randomUUID();
        tell(id, null, "new", 5);
        awaitPath(id, "/new/");
        tell(id, null, "old", 4);
        tell(id, null, "newest", 6);
        awaitPath(id, "/newest/");
        tell(id, null, "same", 6);
        tell(id, null, "newest", 7);
        awaitVersion(id, 7);
        assertThat(directory.path(id)).contains("/newest/");
    }

    /** Two moves can arrive in the other order, for they are of two organisations: for a moment they form a circle. */
    @Test
    void aCircleThatExistsForAMomentDoesNoHarm() {
        var a = UUID.randomUUID();
        var b = UUID.randomUUID();
        tell(b, null, "b", 1);
        tell(a, b, "a", 1);
        awaitPath(a, "/b/a/");
        tell(b, a, "b", 2);
        awaitVersion(b, 2);
        tell(a, null, "a", 2);
        awaitPath(b, "/a/b/");
    }

    @Test
    void theDissolvedAreNotFoundButStillHaveAPlace() {
        var id = UUID.randomUUID();
        tell(id, null, "gone", 1, false);
        awaitPath(id, "/gone/");
        assertThat(directory.find(id)).isEmpty();
    }

    /** Partitions are taken by several instances, so a parent and its child can be taken at the same moment. */
    @Test
    void aParentAndItsChildTakenAtOnceBothGetTheirPlace() {
        for (int i = 0; i < 40; i++) {
            var parent = UUID.randomUUID();
            var child = UUID.randomUUID();
            try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var state : List.of(state(parent, null, "p", 1, true), state(child, parent, "c", 1, true))) {
                    instances.execute(() -> QuarkusTransaction.requiringNew().run(() -> take(state)));
                }
            }
            assertThat(directory.path(child)).contains("/p/c/");
        }
    }

    /** Hands a state to the copy as the intake does, but on this thread. */
    private void take(String state) {
        handlers.forEach(one -> one.register(new EventHandlers.Registry() {
            @Override
            public <T> void on(String type, Class<T> facts, BiConsumer<ReceivedEvent, T> handler) {
                if (type.equals(ORGANISATION_CHANGED)) {
                    handler.accept(event(type, state), read(state, facts));
                }
            }
        }));
    }

    private static ReceivedEvent event(String type, String state) {
        var origin = new ReceivedEvent.Origin(ORGANISATIONS, 0, 0);
        return new ReceivedEvent(UUID.randomUUID(), type, "", state.getBytes(UTF_8), null, origin);
    }

    private <T> T read(String state, Class<T> facts) {
        try {
            return json.readValue(state, facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void aRoleOfALaterVersionAllowsNothing() {
        var root = UUID.randomUUID();
        tell(root, null, "r" + root, 1);
        awaitPath(root, "/r" + root + "/");
        sql.update(
                "insert into directory_grant values (?, 'later', ?, 'STEWARD', now() - interval '1 day', null, 1)",
                UUID.randomUUID(),
                root);
        refused(new Caller("later", "", Set.of("officer")), root, GrantRole.VIEWER, CommonProblem.NOT_FOUND);
    }

    @Test
    void aGrantCoversTheSubtreeUntilItExpiresOrIsRevoked() {
        var root = UUID.randomUUID();
        var child = UUID.randomUUID();
        var elsewhere = UUID.randomUUID();
        var grant = UUID.randomUUID();
        var officer = new Caller("officer-" + root, "", Set.of("officer"));
        tell(root, null, "r" + root, 1);
        tell(child, root, "c", 1);
        tell(elsewhere, null, "e" + elsewhere, 1);
        awaitPath(child, "/r" + root + "/c/");
        awaitPath(elsewhere, "/e" + elsewhere + "/");
        grant(grant, officer.account(), root, "REVIEWER", "null", 1);
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(access.allows(officer, child, GrantRole.REVIEWER))
                        .isTrue());
        assertThat(access.visible(officer, null, GrantRole.VIEWER).tops()).containsExactly("/r" + root + "/");
        refused(officer, child, GrantRole.OFFICER, CommonProblem.FORBIDDEN);
        refused(officer, elsewhere, GrantRole.VIEWER, CommonProblem.NOT_FOUND);
        refused(Caller.NOBODY, child, GrantRole.VIEWER, CommonProblem.NOT_FOUND);
        refused(new Caller("a", "", Set.of("auditor")), child, GrantRole.OFFICER, CommonProblem.FORBIDDEN);
        assertThat(access.allows(new Caller("a", "", Set.of("auditor")), child, GrantRole.VIEWER))
                .isTrue();
        assertThat(access.allows(new Caller("a", "", Set.of("admin")), child, GrantRole.CHAIR))
                .isTrue();
        grant(grant, officer.account(), root, "REVIEWER", "\"" + Instant.now().minusSeconds(5) + "\"", 2);
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() ->
                        assertThat(directory.heldRole(officer.account(), child)).isNull());
        assertThat(access.visible(officer, null, GrantRole.VIEWER).tops()).isEmpty();
    }

    private void refused(Caller caller, UUID organisation, GrantRole needed, CommonProblem problem) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> access.require(caller, organisation, needed))
                .matches(thrown -> thrown.type() == problem);
    }
}
