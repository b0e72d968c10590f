package cn.zhigong.membership.organisation;

/**
 * What an organisation is, which fixes its level in the tree: the "big three levels" (大三级) city, district and street
 * above the "small second level" (小二级) federations and the basic unions. That unions are led by those above them is 工会法
 * §10; the numbers of the levels are the platform's own.
 */
enum OrganisationKind {
    /** 市总工会: the root. */
    CITY_FEDERATION(1),
    /** 区总工会. */
    DISTRICT_FEDERATION(2),
    /** 局、产业、集团工会. */
    INDUSTRY_BUREAU(2),
    /** 街道、乡镇、园区总工会. */
    SUBDISTRICT(3),
    /** 区域性工会联合会: of a zone, a building, a business circle. */
    REGIONAL_FEDERATION(4),
    /** 行业性工会联合会: of an industry or a group of workers. */
    INDUSTRY_FEDERATION(4),
    /** 联合基层工会: of several employers. */
    JOINT_BASIC(5),
    /** 单独基层工会, or as a branch (分工会) below one. */
    BASIC(5);

    private final int level;

    OrganisationKind(int level) {
        this.level = level;
    }

    int level() {
        return level;
    }

    boolean isRoot() {
        return this == CITY_FEDERATION;
    }

    /** Whether routing finds it by its district, street or zone for applicants whom no union of their own takes in. */
    boolean isFoundByPlace() {
        return this == DISTRICT_FEDERATION || level == SUBDISTRICT.level || level == REGIONAL_FEDERATION.level;
    }

    /** Whether it has union groups (工会小组) and covers employers: where members belong as a rule. */
    boolean hasUnits() {
        return level >= 4;
    }
}
