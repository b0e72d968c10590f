package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random trees and moves against a model that only knows who is whose child. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TreePropertyTest {

    private static final int NODES = 40;
    private static final int MOVES = 120;
    private static final List<OrganisationKind> KINDS = List.of(
            OrganisationKind.SUBDISTRICT,
            OrganisationKind.REGIONAL_FEDERATION,
            OrganisationKind.INDUSTRY_FEDERATION,
            OrganisationKind.JOINT_BASIC,
            OrganisationKind.BASIC,
            OrganisationKind.BASIC);

    @Inject
    Sql sql;

    private record Node(UUID id, OrganisationKind kind) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<UUID, UUID> parents = new HashMap<>();

    @Test
    void aPathIsAlwaysTheLabelsOfTheAncestorsAndGrantsFollowIt() {
        var seed = System.nanoTime();
        System.out.println("TreePropertyTest seed " + seed);
        var random = new Random(seed);
        var top = district();
        var mover = officer(top, "OFFICER");
        grow(random, top);
        var watched = pick(random);
        var watcher = officer(watched.id(), "VIEWER");
        for (var i = 0; i < MOVES; i++) {
            var moved = pick(random);
            var parent = pick(random);
            var expected = expected(moved, parent);
            assertThat(OrganisationFixtures.move(mover, moved.id(), parent.id()).statusCode())
                    .as("move %d of %s under %s, seed %d", i, moved, parent, seed)
                    .isEqualTo(expected);
            if (expected == 200) {
                parents.put(moved.id(), parent.id());
            }
            assertPaths(seed);
        }
        for (var node : nodes) {
            assertThat(as(watcher).get("/v1/organisations/" + node.id()).statusCode())
                    .as("grant at %s seen at %s, seed %d", watched, node, seed)
                    .isEqualTo(isWithin(node.id(), watched.id()) ? 200 : 404);
        }
    }

    private void grow(Random random, UUID top) {
        nodes.add(new Node(top, OrganisationKind.DISTRICT_FEDERATION));
        while (nodes.size() < NODES) {
            var parent = nodes.get(random.nextInt(nodes.size()));
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            if (OrganisationRules.maySitUnder(kind, parent.kind())
                    && depth(parent.id()) < OrganisationRules.MAX_DEPTH) {
                var child = new Node(organisation(parent.id(), kind.name()), kind);
                nodes.add(child);
                parents.put(child.id(), parent.id());
            }
        }
    }

    /** Never the district itself: its own parent is not the mover's. */
    private Node pick(Random random) {
        return nodes.get(1 + random.nextInt(nodes.size() - 1));
    }

    private int expected(Node moved, Node parent) {
        if (parent.id().equals(parents.get(moved.id()))) {
            return 200;
        }
        if (isWithin(parent.id(), moved.id())) {
            return 409;
        }
        var fits = OrganisationRules.maySitUnder(moved.kind(), parent.kind())
                && depth(parent.id()) + height(moved.id()) <= OrganisationRules.MAX_DEPTH;
        return fits ? 200 : 422;
    }

    private boolean isWithin(UUID node, UUID subtree) {
        for (UUID at = node; at != null; at = parents.get(at)) {
            if (at.equals(subtree)) {
                return true;
            }
        }
        return false;
    }

    /** The root included, which the model does not hold. */
    private int depth(UUID node) {
        var depth = 1;
        for (UUID at = node; at != null; at = parents.get(at)) {
            depth++;
        }
        return depth;
    }

    private int height(UUID node) {
        return 1
                + nodes.stream()
                        .filter(child -> node.equals(parents.get(child.id())))
                        .mapToInt(child -> height(child.id()))
                        .max()
                        .orElse(0);
    }

    private record Stored(String label, String path) {}

    private void assertPaths(long seed) {
        Map<UUID, Stored> stored = new HashMap<>();
        sql.list(
                        "select id, label, path from organisation where id = any (?)",
                        row -> Map.entry(row.uuid(1), new Stored(row.text(2), row.text(3))),
                        (Object) nodes.stream().map(Node::id).toArray(UUID[]::new))
                .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        for (var node : nodes) {
            var parent = parents.get(node.id());
            if (parent != null) {
                var own = Objects.requireNonNull(stored.get(node.id()));
                var above = Objects.requireNonNull(stored.get(parent));
                assertThat(own.path()).as("seed %d", seed).isEqualTo(above.path() + own.label() + "/");
            }
        }
    }
}
