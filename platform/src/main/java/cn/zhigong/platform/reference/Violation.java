package cn.zhigong.platform.reference;

/** Why a text is not what it should be; the codes appear in the {@code violations} of problem details. */
public enum Violation {
    /** Too short, too long or empty. */
    LENGTH,
    /** Characters that cannot stand at their place. */
    CHARACTERS,
    /** The prefix belongs to no province, or to another kind of document. */
    DISTRICT,
    /** No such day in the calendar, before 1900, or missing where it identifies the person. */
    BIRTH_DATE,
    BIRTH_IN_FUTURE,
    /** The birth date that was given contradicts the one in the number. */
    BIRTH_DATE_MISMATCH,
    CHECK_DIGIT,
    /** The organisation code (GB 11714) inside a credit code fails its own check digit. */
    ORGANISATION_CHECK_DIGIT,
    /** Not a country of ISO 3166, or missing where it identifies the person. */
    NATIONALITY,
    /** A 13-digit number of a machine, which no person answers. */
    MACHINE_SIM,
    /** Control, formatting or otherwise invisible characters. */
    INVISIBLE
}
