package cn.zhigong.membership.member;

import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers of memberships. */
@ApplicationScoped
class Transfers implements PanacheRepositoryBase<Transfer, UUID> {

    private final Sql sql;

    Transfers(Sql sql) {
        this.sql = sql;
    }

    List<Transfer> ofMember(UUID member) {
        return list("memberId = ?1 order by id", member);
    }

    /** Those that leave or enter a union below one of the paths. */
    List<Transfer> touching(List<String> paths, @Nullable UUID after, int limit) {
        var patterns = paths.stream().map(path -> path + "%").toArray(String[]::new);
        var ids = sql.list("""
                select t.id from transfer t
                join directory_organisation source on source.id = t.from_organisation_id
                join directory_organisation target on target.id = t.to_organisation_id
                where (source.path like any (?) or target.path like any (?)) and (?::uuid is null or t.id > ?)
                order by t.id limit ?
                """, row -> row.getObject(1, UUID.class), patterns, patterns, after, after, limit);
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }
}
