package cn.zhigong.competition.contest;

import static cn.zhigong.competition.contest.ContestLevel.CITY;
import static cn.zhigong.competition.contest.ContestLevel.DELTA;
import static cn.zhigong.competition.contest.ContestLevel.INTERNATIONAL;
import static cn.zhigong.competition.contest.ContestLevel.NATIONAL;
import static cn.zhigong.competition.contest.ContestLevel.STREET;

/** The class of a skills contest (竞赛类别), on which promotions depend, as notices on promotion by contest name them. */
public enum ContestClass {
    NATIONAL_1,
    NATIONAL_2,
    CITY_1,
    CITY_2,
    DISTRICT,
    ENTERPRISE;

    /** Whether a contest that reaches this far can be of this class: a workshop cannot hold a national one. */
    boolean fits(ContestLevel level) {
        return switch (this) {
            case NATIONAL_1, NATIONAL_2 -> level == NATIONAL || level == INTERNATIONAL;
            case CITY_1, CITY_2 -> level == CITY || level == DELTA;
            case DISTRICT -> level == ContestLevel.DISTRICT || level == STREET;
            case ENTERPRISE -> level == ContestLevel.ENTERPRISE || level == ContestLevel.TEAM;
        };
    }

    /**
     * Whether a union at this level of the tree (1 city, 2 district or industry, and down) may approve a contest of
     * this class: promotions of a whole city are not for a street to give.
     */
    boolean isConferredAt(int unionLevel) {
        return switch (this) {
            case NATIONAL_1, NATIONAL_2, CITY_1, CITY_2 -> unionLevel <= 1;
            case DISTRICT -> unionLevel <= 2;
            case ENTERPRISE -> true;
        };
    }
}
