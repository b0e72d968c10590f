package cn.zhigong.membership.joincode;

import cn.zhigong.membership.joincode.JoinCodeRules.Facts;
import cn.zhigong.membership.joincode.Presented.Pass;
import cn.zhigong.membership.organisation.OrganisationRules;
import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.privacy.FieldAddress;
import cn.zhigong.platform.privacy.FieldCipher;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codes in the database. Each change is one conditional statement, so that two at once cannot both succeed. */
@Singleton
class JoinCodeStore implements Forgetting {

    /** A code with what it depends on elsewhere; the organisation's name is empty once it is dissolved. */
    record Found(Facts facts, String handle, String organisationName) {

        JoinCode code() {
            return facts.code();
        }
    }

    private static final String SELECT = """
            select c.*, o.name, o.level, c.issued_as_admin or exists (
                select 1 from directory_grant g
                join directory_organisation granted on granted.id = g.organisation_id
                where g.account = c.issued_by and g.role in ('CHAIR', 'OFFICER')
                and g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
                and o.path like granted.path || '%') as issuer_may_still
            from join_code c
            left join directory_organisation o on o.id = c.organisation_id and o.active and o.path is not null
            """;

    private final Sql sql;
    private final FieldCipher cipher;
    private final CodeSeals seals;

    JoinCodeStore(Sql sql, FieldCipher cipher, CodeSeals seals) {
        this.sql = sql;
        this.cipher = cipher;
        this.seals = seals;
    }

    void add(JoinCode code, String handle) {
        sql.update(
                """
                insert into join_code (id, organisation_id, group_id, kind, code_index, code_sealed, valid_from,
                    valid_until, max_uses, issued_by, issued_as_admin, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                code.id(),
                code.organisationId(),
                code.groupId(),
                code.kind(),
                seals.index(handle),
                cipher.encrypt(handle, sealedAt(code.id())),
                code.validFrom(),
                code.validUntil(),
                code.maxUses(),
                code.issuedBy(),
                code.issuedAsAdmin(),
                code.createdAt());
    }

    /** One round trip whatever comes of it, so that time tells nobody whether a code exists. */
    Optional<Found> find(String handle, Instant now) {
        return sql.first(SELECT + "where c.code_index = ?", this::read, now, now, seals.index(handle));
    }

    Optional<Found> find(UUID id, Instant now) {
        return sql.first(SELECT + "where c.id = ?", this::read, now, now, id);
    }

    List<Found> listOf(UUID organisation, @Nullable UUID after, int most, Instant now) {
        return sql.list(
                SELECT + "where c.organisation_id = ? and (?::uuid is null or c.id > ?) order by c.id limit ?",
                this::read,
                now,
                now,
                organisation,
                after,
                after,
                most);
    }

    /** Counts a use of a limited code; false when it had none left. */
    boolean count(UUID id) {
        return sql.update(
                        "update join_code set uses = uses + 1 where id = ? and uses < max_uses and revoked_at is null",
                        id)
                == 1;
    }

    /** A code without limit is not counted. */
    void uncount(UUID id) {
        sql.update("update join_code set uses = uses - 1 where id = ? and max_uses is not null and uses > 0", id);
    }

    /** False when the pass was spent before. */
    boolean spend(Pass pass) {
        return sql.update(
                        "insert into join_pass_spent (pass_index, forget_at) values (?, ?) on conflict do nothing",
                        seals.spentIndex(pass),
                        Instant.ofEpochSecond(pass.until()))
                == 1;
    }

    boolean isSpent(Pass pass) {
        return sql.first(
                        "select 1 from join_pass_spent where pass_index = ?",
                        row -> row.integer(1),
                        seals.spentIndex(pass))
                .isPresent();
    }

    /** Spent passes, once they would have expired anyway. */
    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from join_pass_spent where pass_index in
                (select pass_index from join_pass_spent where forget_at < ? limit ?)""", now, most);
    }

    boolean revoke(UUID id, String account, Instant now) {
        return sql.update(
                        "update join_code set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null",
                        now,
                        account,
                        id)
                == 1;
    }

    private Found read(Row row) {
        var id = row.uuid("id");
        var name = row.textOrNull("name");
        var code = new JoinCode(
                id,
                row.uuid("organisation_id"),
                row.uuidOrNull("group_id"),
                row.constant("kind", JoinCodes.Kind.class),
                row.instant("valid_from"),
                row.instant("valid_until"),
                row.integerOrNull("max_uses"),
                row.integer("uses"),
                row.text("issued_by"),
                row.flag("issued_as_admin"),
                row.instant("created_at"),
                row.instantOrNull("revoked_at"));
        var facts = new Facts(
                code,
                row.flag("issuer_may_still"),
                name != null && OrganisationRules.holdsMembers(row.integer("level")));
        return new Found(facts, cipher.decrypt(row.bytes("code_sealed"), sealedAt(id)), name == null ? "" : name);
    }

    private static FieldAddress sealedAt(UUID id) {
        return new FieldAddress("join_code", "code_sealed", id);
    }
}
