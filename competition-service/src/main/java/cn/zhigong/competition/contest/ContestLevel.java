package cn.zhigong.competition.contest;

/** How far a contest reaches (级别), from the work team to the world; the platform's own list. */
enum ContestLevel {
    TEAM,
    ENTERPRISE,
    STREET,
    DISTRICT,
    CITY,
    DELTA,
    NATIONAL,
    INTERNATIONAL
}
