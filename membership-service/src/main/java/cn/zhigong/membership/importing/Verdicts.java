package cn.zhigong.membership.importing;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows mean to the register. */
@Singleton
class Verdicts {

    /**
     * One row's.
     *
     * @param changes what would change of a member
     * @param memberId of this union, whom it is about
     */
    record Verdict(
            int line,
            RowResult result,
            boolean phoneShared,
            Set<RosterField> changes,
            @Nullable UUID memberId) {}

    private final Sql sql;

    Verdicts(Sql sql) {
        this.sql = sql;
    }

    void write(UUID importId, List<Verdict> verdicts) {
        sql.copy(
                "roster_verdict (import_id, line, result, phone_shared, changes, member_id)",
                verdicts.stream()
                        .map(one -> new @Nullable Object[] {
                            importId,
                            one.line(),
                            one.result(),
                            one.phoneShared(),
                            written(one.changes()),
                            one.memberId()
                        })
                        .toList());
    }

    private static @Nullable String written(Set<RosterField> changes) {
        return changes.isEmpty() ? null : changes.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    static List<RosterField> read(@Nullable String changes) {
        return changes == null
                ? List.of()
                : Arrays.stream(changes.split(" ")).map(RosterField::valueOf).toList();
    }

    /**
     * What a second person signs: SHA-256, in hexadecimal digits, of the import, its file and every verdict. Another
     * file, or one verdict that differs, has another.
     */
    String signature(UUID importId) {
        return sql.first("""
                        select encode(sha256(convert_to(i.id || encode(i.file_digest, 'hex') || (
                            select string_agg(concat_ws(' ', v.line, v.result, v.phone_shared, v.changes), ',' order by v.line)
                            from roster_verdict v where v.import_id = i.id), 'UTF8')), 'hex')
                        from roster_import i where i.id = ?
                        """, row -> row.text(1), importId).orElseThrow();
    }

    void forget(UUID importId) {
        sql.update("delete from roster_verdict where import_id = ?", importId);
    }
}
