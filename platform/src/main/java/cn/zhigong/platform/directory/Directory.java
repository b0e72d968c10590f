package cn.zhigong.platform.directory;

import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Organisations and officers' grants, read from {@code directory_organisation} and {@code directory_grant}: tables that
 * events keep up to date, or views where the service owns the facts itself.
 */
@Singleton
public class Directory {

    /** The path that every organisation is below. */
    public static final String ROOT = "/";

    private final Sql sql;
    private final InstantSource clock;

    Directory(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An organisation as other services need it.
     *
     * @param path labels from the root down, each followed by {@code /}; starts with {@code /}
     */
    public record Entry(
            UUID id,
            String code,
            String name,
            String kind,
            int level,
            @Nullable String district,
            String path) {

        private static Entry read(Row row) {
            return new Entry(
                    row.uuid("id"),
                    row.text("code"),
                    row.text("name"),
                    row.text("kind"),
                    row.integer("level"),
                    row.textOrNull("district"),
                    row.text("path"));
        }
    }

    /** An active organisation; empty when this service has not heard of it or does not know where it stands yet. */
    public Optional<Entry> find(UUID organisation) {
        return sql.first("""
                select id, code, name, kind, level, district, path from directory_organisation
                where id = ? and path is not null and active
                """, Entry::read, organisation);
    }

    /** The active organisation of a kind in a district: the first by code, where there are several. */
    public Optional<Entry> first(String kind, String district) {
        return sql.first("""
                select id, code, name, kind, level, district, path from directory_organisation
                where kind = ? and district = ? and path is not null and active order by code limit 1
                """, Entry::read, kind, district);
    }

    /** Where an organisation stands in the tree, dissolved ones too; empty when this service has not heard of it. */
    public Optional<String> path(UUID organisation) {
        return sql.first(
                "select path from directory_organisation where id = ? and path is not null",
                row -> row.text(1),
                organisation);
    }

    /** The organisation directly above; empty for a root, and for one this service has not heard of. */
    public Optional<UUID> parent(UUID organisation) {
        return sql.first(
                "select parent_id from directory_organisation where id = ? and parent_id is not null",
                row -> row.uuid(1),
                organisation);
    }

    /** The widest role an account holds over an organisation now, or nothing. */
    public @Nullable GrantRole heldRole(String account, UUID organisation) {
        var now = clock.instant();
        return sql
                .list("""
                        select g.role from directory_grant g
                        join directory_organisation granted on granted.id = g.organisation_id
                        join directory_organisation target on target.id = ?
                        where g.account = ? and g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
                        and target.path like granted.path || '%' and g.role = any(?)
                        """, row -> row.constant(1, GrantRole.class), organisation, account, now, now, GrantRole.known())
                .stream()
                .min(GrantRole::compareTo)
                .orElse(null);
    }

    /** The paths over which an account holds a role now. */
    public List<String> grantedPaths(String account, GrantRole needed) {
        var now = clock.instant();
        return sql.list("""
                select distinct o.path from directory_grant g
                join directory_organisation o on o.id = g.organisation_id
                where g.account = ? and g.role = any(?) and g.valid_from <= ?
                and (g.valid_until is null or g.valid_until > ?) and o.path is not null
                """, row -> row.text(1), account, needed.orWider(), now, now);
    }
}
