package cn.zhigong.membership.member;

import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.sql.Row;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * {@link PersonalData} as it stands in a row: encrypted for that one place, and findable by blind indexes that are the
 * same everywhere.
 */
@Embeddable
public class SealedPerson {

    @Enumerated(EnumType.STRING)
    private IdentityType identityType;

    private byte[] identity;
    private byte[] identityIndex;
    private byte[] name;
    private byte[] phone;
    private byte[] phoneIndex;

    protected SealedPerson() {}

    SealedPerson(IdentityType type, Indexed identity, byte[] name, Indexed phone) {
        this.identityType = type;
        this.identity = identity.sealed();
        this.identityIndex = identity.index();
        this.name = name;
        this.phone = phone.sealed();
        this.phoneIndex = phone.index();
    }

    /** Of a row that was read without its entity; its columns are named as everywhere. */
    public static SealedPerson of(Row row) {
        return new SealedPerson(
                row.constant("identity_type", IdentityType.class),
                new Indexed(row.bytes("identity"), row.bytes("identity_index")),
                row.bytes("name"),
                new Indexed(row.bytes("phone"), row.bytes("phone_index")));
    }

    /** A ciphertext and the blind index of its plain text. */
    // Made and taken apart on the spot; nobody compares them.
    @SuppressWarnings("ArrayRecordComponent")
    public record Indexed(byte[] sealed, byte[] index) {}

    /** The same person, who has another phone now. */
    SealedPerson withPhone(Indexed newer) {
        return new SealedPerson(identityType, new Indexed(identity, identityIndex), name, newer);
    }

    public IdentityType identityType() {
        return identityType;
    }

    public byte[] identity() {
        return identity;
    }

    public byte[] identityIndex() {
        return identityIndex;
    }

    public byte[] name() {
        return name;
    }

    public byte[] phone() {
        return phone;
    }

    public byte[] phoneIndex() {
        return phoneIndex;
    }
}
