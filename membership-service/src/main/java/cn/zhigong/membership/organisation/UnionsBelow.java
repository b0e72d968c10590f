package cn.zhigong.membership.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything at and below an organisation that a member can belong to. */
@Singleton
public class UnionsBelow {

    private static final String BELOW = """
            from organisation one join organisation below
            on below.path >= one.path and below.path < rtrim(one.path, '/') || '0' and below.state = 'ACTIVE'
            """;

    private record Union(UUID id, String code, int level) {}

    private record Group(UUID organisation, String name, UUID id) {}

    private final Sql sql;

    UnionsBelow(Sql sql) {
        this.sql = sql;
    }

    /** Those that hold members directly, by their codes. */
    public Map<String, UUID> byCode(UUID organisation) {
        return sql
                .list(
                        "select below.id, below.code, below.level " + BELOW + " where one.id = ?",
                        row -> new Union(row.uuid("id"), row.text("code"), row.integer("level")),
                        organisation)
                .stream()
                .filter(union -> OrganisationRules.holdsMembers(union.level()))
                .collect(toMap(Union::code, Union::id));
    }

    /** The active union groups (工会小组), by their union and their names. */
    public Map<UUID, Map<String, UUID>> groups(UUID organisation) {
        return sql
                .list(
                        "select g.organisation_id, g.name, g.id " + BELOW
                                + " join union_group g on g.organisation_id = below.id and g.active where one.id = ?",
                        row -> new Group(row.uuid(1), row.text(2), row.uuid(3)),
                        organisation)
                .stream()
                .collect(groupingBy(Group::organisation, toMap(Group::name, Group::id)));
    }

    /** Those of some unions that are at or below an organisation now. */
    public Set<UUID> among(UUID organisation, Set<UUID> unions) {
        return Set.copyOf(sql.list(
                "select below.id " + BELOW + " where one.id = ? and below.id = any (?)",
                row -> row.uuid(1),
                organisation,
                unions.toArray(UUID[]::new)));
    }

    /** The active union groups of some unions. */
    public Set<UUID> groups(Set<UUID> unions) {
        return Set.copyOf(sql.list(
                "select id from union_group where organisation_id = any (?) and active", row -> row.uuid(1), (Object)
                        unions.toArray(UUID[]::new)));
    }
}
