package cn.zhigong.platform.seal;

/** What is wrong with a seal of the audit log. */
enum AuditFlaw {
    /** The entries under the seal are not those that were sealed, or it does not follow the seal before it. */
    ALTERED,
    /** Another seal was published under its number: the chain was made anew. */
    NOT_AS_PUBLISHED,
    /** It was published and is not in the database: the end of the chain was cut off. */
    CUT_OFF,
    /** It neither was published nor waits to be. */
    NEVER_PUBLISHED
}
