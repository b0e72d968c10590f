package cn.zhigong.platform.reach;

/** What a caller with an allowed role is limited to; what lies outside is not there for them (404). */
public enum Within {

    /** Things of the organisations that the caller's grants cover. */
    UNION,

    /** The caller's own things, whatever their role. */
    OWN,

    /** A worker's own things; for those who act by grants, the things of their organisations. */
    OWN_OR_UNION,

    /** The whole city: the role or scope alone decides. */
    CITY,

    /** There is nothing to limit: public, or nothing of anybody's is shown or changed. */
    ANYBODY
}
