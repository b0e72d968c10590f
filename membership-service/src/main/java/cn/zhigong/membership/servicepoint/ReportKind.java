package cn.zhigong.membership.servicepoint;

/** What a member finds wrong with a place (纠错类型). */
enum ReportKind {
    /** 位置有误. */
    WRONG_PLACE,
    /** 开放时间有误. */
    WRONG_HOURS,
    /** It is said to be open and is not there any more (已关闭). */
    CLOSED,
    /** 设施损坏. */
    FACILITY_BROKEN
}
