package cn.zhigong.membership.member;

import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The persons behind memberships. */
@Singleton
class Persons implements PanacheRepositoryBase<Person, UUID> {

    private final Sql sql;

    Persons(Sql sql) {
        this.sql = sql;
    }

    Map<UUID, Person> byId(List<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** What is known of each claimant, in one question to the database. */
    Map<UUID, Standing> standings(List<Claimant> claimants) {
        var found = new HashMap<UUID, Standing>();
        sql.list(
                        """
                        select c.key, m.id as member_id, m.organisation_id,
                            coalesce(a.person_id = i.person_id, false) as own_account,
                            a.person_id is not null and a.person_id is distinct from i.person_id as other_account,
                            exists (select from person p where p.phone_index = decode(c.phone, 'hex')
                                and p.identity_index <> decode(c.identity, 'hex')) as other_phone
                        from unnest(?, ?, ?, ?) as c (key, identity, phone, account)
                        left join person_identity i on i.identity_index = decode(c.identity, 'hex')
                        left join member m on m.person_id = i.person_id
                            and m.%s
                        left join person_account a on a.account = c.account
                        """.formatted(MemberState.IS_MEMBERSHIP),
                        row -> Map.entry(row.uuid("key"), standing(row)),
                        claimants.stream().map(Claimant::key).toArray(UUID[]::new),
                        texts(
                                claimants,
                                one -> HexFormat.of().formatHex(one.person().identityIndex())),
                        texts(
                                claimants,
                                one -> HexFormat.of().formatHex(one.person().phoneIndex())),
                        texts(claimants, Claimant::account))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static String[] texts(List<Claimant> claimants, Function<Claimant, String> part) {
        return claimants.stream().map(part).toArray(String[]::new);
    }

    private static Standing standing(Row row) {
        var member = row.uuidOrNull("member_id");
        return new Standing(
                member == null ? null : new Standing.Membership(member, row.uuid("organisation_id")),
                row.flag("own_account"),
                row.flag("other_account"),
                row.flag("other_phone"));
    }

    /** Whether this login is known as the one of the person with this document. */
    boolean isLoginOf(String account, byte[] identityIndex) {
        return sql.first("""
                        select 1 from person_account a join person_identity i on i.person_id = a.person_id
                        where a.account = ? and i.identity_index = ?
                        """, row -> row.integer(1), account, identityIndex).isPresent();
    }
}
