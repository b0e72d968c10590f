package cn.zhigong.platform.replica;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this service's copy of organisations and grants. Each event carries the whole state of one thing; an older one
 * than we have is dropped. Paths are worked out here from the parents, because a parent may arrive after its child.
 */
@Singleton
class DirectoryCopy implements EventHandlers {

    /** The topics' events, by the names their owner gives them. */
    private static final String ORGANISATION = "cn.zhigong.membership.organisation-changed.v1";

    private static final String GRANT = "cn.zhigong.membership.officer-grant-changed.v1";

    record OrganisationState(
            UUID id,
            String code,
            String name,
            String kind,
            int level,
            @Nullable String district,
            @Nullable UUID parentId,
            String label,
            boolean active,
            long version) {}

    record GrantState(
            UUID id,
            String account,
            UUID organisationId,
            String role,
            Instant from,
            @Nullable Instant until,
            long version) {}

    private final Sql sql;
    private final Locks locks;
    private final boolean copied;

    DirectoryCopy(
            Sql sql,
            Locks locks,
            @ConfigProperty(name = "zhigong.directory.copied", defaultValue = "true") boolean copied) {
        this.sql = sql;
        this.locks = locks;
        this.copied = copied;
    }

    @Override
    public void register(Registry registry) {
        if (copied) {
            registry.on(ORGANISATION, OrganisationState.class, this::organisation);
            registry.on(GRANT, GrantState.class, this::grant);
        }
    }

    private void organisation(ReceivedEvent event, OrganisationState state) {
        // A parent and its child that two instances take at once would each miss the other's row, and the child its
        // path.
        locks.hold("directory");
        var changed = sql.update(
                """
                insert into directory_organisation (id, code, name, kind, level, district, parent_id, label, active, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
                    level = excluded.level, district = excluded.district, parent_id = excluded.parent_id,
                    label = excluded.label, active = excluded.active, version = excluded.version
                where directory_organisation.version < excluded.version
                """,
                state.id(),
                state.code(),
                state.name(),
                state.kind(),
                state.level(),
                state.district(),
                state.parentId(),
                state.label(),
                state.active(),
                state.version());
        if (changed > 0) {
            repath(state.id());
        }
    }

    /**
     * Works out the path of an organisation and of everything below it, as far as its own parents are known. Two moves
     * that arrive in the other order can form a circle for a moment; it is walked once around.
     */
    private void repath(UUID id) {
        sql.update("""
                with recursive below as (
                    select o.id, case when o.parent_id is null then '/' || o.label || '/'
                        else p.path || o.label || '/' end as path
                    from directory_organisation o left join directory_organisation p on p.id = o.parent_id
                    where o.id = ?
                    union all
                    select c.id, b.path || c.label || '/' from directory_organisation c join below b on c.parent_id = b.id
                ) cycle id set again using route
                update directory_organisation o set path = below.path from below
                where o.id = below.id and not below.again and o.path is distinct from below.path
                """, id);
    }

    private void grant(ReceivedEvent event, GrantState state) {
        sql.update(
                """
                insert into directory_grant (id, account, organisation_id, role, valid_from, valid_until, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set role = excluded.role, valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, version = excluded.version
                where directory_grant.version < excluded.version
                """,
                state.id(),
                state.account(),
                state.organisationId(),
                state.role(),
                state.from(),
                state.until(),
                state.version());
    }
}
