package cn.zhigong.competition.contest;

/** Who may enter a contest. */
public enum Entrants {
    /** Members of the organising union and of every union below it. */
    OWN_MEMBERS,
    /** Members of any union. */
    ANY_MEMBER
}
