package cn.zhigong.membership.member;

/** How a membership came about. */
public enum Channel {
    /** By a join code. */
    CODE,
    /** By an application without a code. */
    FORM,
    /** With others, by a decision on a whole batch. */
    COLLECTIVE,
    /** From records kept before. */
    IMPORT
}
