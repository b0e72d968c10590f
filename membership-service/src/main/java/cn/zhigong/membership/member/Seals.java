package cn.zhigong.membership.member;

import cn.zhigong.platform.privacy.BlindIndex;
import cn.zhigong.platform.privacy.FieldAddress;
import cn.zhigong.platform.privacy.FieldCipher;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.PersonName;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;

/** Seals personal data for the row it will stand in, and opens it again. */
@Singleton
public class Seals {

    /** Stands in no number, no country and no date. */
    private static final String SEPARATOR = "|";

    private final FieldCipher cipher;
    private final BlindIndex index;

    Seals(FieldCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    public SealedPerson seal(PersonalData data, String table, UUID row) {
        var identity = data.identity();
        return new SealedPerson(
                identity.type(),
                new SealedPerson.Indexed(
                        cipher.encrypt(written(identity), new FieldAddress(table, "identity", row)), indexOf(identity)),
                cipher.encrypt(data.name().value(), new FieldAddress(table, "name", row)),
                seal(data.phone(), table, row));
    }

    SealedPerson.Indexed seal(MobilePhone phone, String table, UUID row) {
        return new SealedPerson.Indexed(
                cipher.encrypt(phone.value(), new FieldAddress(table, "phone", row)), indexOf(phone));
    }

    public PersonalData open(SealedPerson sealed, String table, UUID row) {
        var identity = cipher.decrypt(sealed.identity(), new FieldAddress(table, "identity", row));
        var name = openName(sealed.name(), table, row);
        var phone = cipher.decrypt(sealed.phone(), new FieldAddress(table, "phone", row));
        return new PersonalData(read(sealed, identity), name, new MobilePhone(phone));
    }

    /** The name alone, where nothing else is to be known. */
    PersonName openName(byte[] sealed, String table, UUID row) {
        return new PersonName(cipher.decrypt(sealed, new FieldAddress(table, "name", row)));
    }

    /** The same for the same document, wherever it stands. */
    public byte[] indexOf(IdentityDocument identity) {
        return index.of("person.identity", identity.canonical());
    }

    /** The same for the same phone, wherever it stands. */
    public byte[] indexOf(MobilePhone phone) {
        return index.of("person.phone", phone.value());
    }

    private static String written(IdentityDocument identity) {
        return String.join(
                SEPARATOR,
                identity.number(),
                identity.nationality() == null ? "" : identity.nationality(),
                identity.birthDate() == null ? "" : identity.birthDate().toString());
    }

    private static IdentityDocument read(SealedPerson sealed, String written) {
        var parts = written.split("\\|", -1);
        return new IdentityDocument(
                sealed.identityType(),
                parts[0],
                parts[1].isEmpty() ? null : parts[1],
                parts[2].isEmpty() ? null : LocalDate.parse(parts[2]));
    }
}
