package cn.zhigong.competition.contest;

/** How far a contest reaches (级别), from the work team to the world; dossier §2.3.3. */
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
