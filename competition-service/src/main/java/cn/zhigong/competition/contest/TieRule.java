package cn.zhigong.competition.contest;

/** Whether entries of an event may share a rank, and which rank follows a shared one. */
public enum TieRule {
    /** No two entries share a rank: 1, 2, 3, 4. */
    NONE,
    /** The next rank follows at once: 1, 2, 2, 3. */
    DENSE,
    /** The next rank counts everybody before it: 1, 2, 2, 4. */
    GAPPED
}
