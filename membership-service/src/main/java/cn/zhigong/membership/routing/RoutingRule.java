package cn.zhigong.membership.routing;

/** The rules in the order in which they are asked; the one that fired is kept with the application. */
public enum RoutingRule {
    /** The union whose code was scanned. */
    JOIN_CODE,
    /** The employer's own union. */
    EMPLOYER_UNION,
    /** For dispatched workers the union they chose: the dispatch firm's or the using unit's (劳动合同法 §64). */
    DISPATCH,
    /** The joint basic union, or the federation of level 4, that covers the employer. */
    JOINT_UNION,
    /** The industry federation of the worker group in the district (行业建). */
    INDUSTRY_FEDERATION,
    /** The federation of the zone, park or business circle. */
    ZONE_FEDERATION,
    /** The small second-level union of the street (兜底建). */
    STREET_SECOND_LEVEL,
    /** The union of the street. */
    STREET_UNION,
    /** Nobody is nearer: the district's federation, or the city's, finds a union for them. */
    FALLBACK_POOL
}
