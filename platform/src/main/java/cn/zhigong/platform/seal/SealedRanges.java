package cn.zhigong.platform.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.privacy.Digests;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;

/** Reads and recomputes the chain of seals. */
@Singleton
class SealedRanges {

    /**
     * A sealed range of entries.
     *
     * @param fromXid the first transaction id in it
     * @param throughXid the first transaction id after it
     */
    record Seal(long number, String fromXid, String throughXid, long entries, String hash) {

        /** The chain begins with nothing. */
        static final Seal NONE = new Seal(0, "0", "0", 0, "");
    }

    private final Sql sql;

    SealedRanges(Sql sql) {
        this.sql = sql;
    }

    Seal last() {
        return sql.first(SEALS + " order by number desc limit 1", SealedRanges::seal)
                .orElse(Seal.NONE);
    }

    List<Seal> all() {
        return sql.list(SEALS + " order by number", SealedRanges::seal);
    }

    private static final String SEALS =
            "select number, from_xid::text, through_xid::text, entries, hash from audit_seal";

    private static Seal seal(Row row) {
        return new Seal(row.bigint(1), row.text(2), row.text(3), row.bigint(4), row.text(5));
    }

    /** Computes the seal over the entries of a range of transactions, as the table holds them now. */
    Seal read(long number, String fromXid, String throughXid, String previousHash) {
        var digest = Digests.sha256();
        // The bounds too: a range made narrower would leave a place for forged entries beside it.
        digest.update("%s|%d|%s|%s|"
                .formatted(previousHash, number, fromXid, throughXid)
                .getBytes(UTF_8));
        var entries = sql.each("""
                select jsonb_build_array(sequence, xid::text, extract(epoch from at), actor, client, action, object_type,
                    object_id, detail, trace_id)::text
                from audit_entry where xid >= ?::xid8 and xid < ?::xid8 order by xid, sequence
                """, row -> digest.update(row.text(1).getBytes(UTF_8)), fromXid, throughXid);
        var hash = HexFormat.of().formatHex(digest.digest());
        return new Seal(number, fromXid, throughXid, entries, hash);
    }
}
