package cn.zhigong.membership.phone;

import static java.nio.ByteBuffer.wrap;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.privacy.BlindIndex;
import cn.zhigong.platform.privacy.FieldAddress;
import cn.zhigong.platform.privacy.FieldCipher;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Verifications in the database: phone, address, code and token as keyed hashes. Each change is one conditional
 * statement, so that of two at once one wins.
 */
@Singleton
class VerificationStore implements Forgetting {

    /** The longest limit looks back a day. */
    private static final Duration KEPT = Duration.ofHours(25);

    /** A new verification. */
    record Started(UUID id, MobilePhone phone, String address, Purpose purpose, String code, Instant at) {}

    /** A verification of before. */
    record Begun(boolean open, Instant expiresAt) {}

    /** What a try at a code met: whether it was right, and how many tries are left. */
    record Try(boolean right, int left) {}

    private final Sql sql;
    private final BlindIndex keyed;
    private final FieldCipher cipher;

    VerificationStore(Sql sql, BlindIndex keyed, FieldCipher cipher) {
        this.sql = sql;
        this.keyed = keyed;
        this.cipher = cipher;
    }

    /**
     * Lets nobody else begin one for this phone or from this address until the transaction ends: counting first would
     * let two through that see the same count.
     */
    void lock(MobilePhone phone, String address) {
        sql.run(
                "select pg_advisory_xact_lock(?); select pg_advisory_xact_lock(?)",
                List.of(
                        wrap(addressIndex(address)).getLong(),
                        wrap(phoneIndex(phone)).getLong()));
    }

    List<Instant> sentTo(MobilePhone phone, Instant after, int most) {
        return sql.list(
                "select created_at from phone_verification where phone_index = ? and created_at > ?"
                        + " order by created_at desc limit ?",
                VerificationStore::created,
                phoneIndex(phone),
                after,
                most);
    }

    /** The same of what one address group asked for. */
    List<Instant> sentTo(MobilePhone phone, String address, Instant after, int most) {
        return sql.list(
                "select created_at from phone_verification where phone_index = ? and address_index = ?"
                        + " and created_at > ? order by created_at desc limit ?",
                VerificationStore::created,
                phoneIndex(phone),
                addressIndex(address),
                after,
                most);
    }

    List<Instant> askedFrom(String address, Instant after, int most) {
        return sql.list(
                "select created_at from phone_verification where address_index = ? and created_at > ?"
                        + " order by created_at desc limit ?",
                VerificationStore::created,
                addressIndex(address),
                after,
                most);
    }

    void add(Started started, int tries, Duration life) {
        sql.update(
                """
                insert into phone_verification (id, phone_index, phone_sealed, address_index, purpose, code_index,
                    tries_left, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                started.id(),
                phoneIndex(started.phone()),
                cipher.encrypt(started.phone().value(), sealedAt(started.id())),
                addressIndex(started.address()),
                started.purpose(),
                codeIndex(started.id(), started.code()),
                tries,
                started.at(),
                started.at().plus(life));
    }

    /** Whether a code can still be tried, and until when; empty when there is no such verification. */
    Optional<Begun> begun(UUID id) {
        return sql.first(
                "select tries_left > 0 and confirmed_at is null, expires_at from phone_verification where id = ?",
                row -> new Begun(row.flag(1), row.instant(2)),
                id);
    }

    /** Spends a try and looks at the code; empty when there is nothing to try. */
    Optional<Try> tryCode(UUID id, String code, Instant now) {
        var given = codeIndex(id, code);
        return sql.first("""
                update phone_verification set tries_left = tries_left - 1
                where id = ? and tries_left > 0 and confirmed_at is null and expires_at > ?
                returning code_index, tries_left""", row -> new Try(MessageDigest.isEqual(given, row.bytes(1)), row.integer(2)), id, now);
    }

    /** False when somebody else was faster. */
    boolean confirm(UUID id, String token, Instant now, Instant until) {
        return sql.update(
                        "update phone_verification set confirmed_at = ?, token_index = ?, token_until = ?"
                                + " where id = ? and confirmed_at is null",
                        now,
                        tokenIndex(token),
                        until,
                        id)
                == 1;
    }

    Optional<UUID> ofToken(String token, Instant now) {
        return sql.first(
                "select id from phone_verification where token_index = ? and token_until > ?",
                row -> row.uuid(1),
                tokenIndex(token),
                now);
    }

    /** Spends the right to file; false when it was spent. */
    boolean file(UUID id, Instant now) {
        return sql.update("update phone_verification set filed_at = ? where id = ? and filed_at is null", now, id) == 1;
    }

    Optional<MobilePhone> phone(UUID id) {
        return sql.first(
                "select phone_sealed from phone_verification where id = ?",
                row -> new MobilePhone(cipher.decrypt(row.bytes(1), sealedAt(id))),
                id);
    }

    /** Verifications, and the phones in them, once neither a limit nor a token needs them. */
    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from phone_verification where id in
                (select id from phone_verification where created_at < ? limit ?)""", now.minus(KEPT), most);
    }

    private byte[] phoneIndex(MobilePhone phone) {
        return keyed.of("phone_verification.phone", phone.value());
    }

    private byte[] addressIndex(String address) {
        return keyed.of("phone_verification.address", address);
    }

    /** Bound to its verification, so that a code is worth nothing for another. */
    private byte[] codeIndex(UUID id, String code) {
        return keyed.of("phone_verification.code", id + "|" + code);
    }

    private byte[] tokenIndex(String token) {
        return keyed.of("phone_verification.token", token);
    }

    private static Instant created(Row row) {
        return row.instant(1);
    }

    private static FieldAddress sealedAt(UUID id) {
        return new FieldAddress("phone_verification", "phone_sealed", id);
    }
}
