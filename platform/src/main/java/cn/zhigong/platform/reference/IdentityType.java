package cn.zhigong.platform.reference;

/** Kinds of identity documents (证件类型) by which a person can be known. */
public enum IdentityType {
    /** 居民身份证: 18 characters with the check of GB 11643. */
    RESIDENT_ID,
    /** 港澳居民居住证: built like a resident number, place 810000 or 820000. */
    HK_MACAO_RESIDENCE,
    /** 台湾居民居住证: built like a resident number, place 830000. */
    TAIWAN_RESIDENCE,
    /** 外国人永久居留身份证: since December 2023 like a resident number starting with 9, before 3 letters and 12 digits. */
    FOREIGN_PERMANENT,
    /** 港澳居民来往内地通行证: H or M, 8 digits, on older cards 2 more that count the replacements. */
    HK_MACAO_PERMIT,
    /** 台湾居民来往大陆通行证: 8 digits, on older booklets 10 and perhaps a letter. */
    TAIWAN_PERMIT,
    /** 护照: 5 to 17 letters and digits; unique only together with the issuing country and the birth date. */
    PASSPORT
}
