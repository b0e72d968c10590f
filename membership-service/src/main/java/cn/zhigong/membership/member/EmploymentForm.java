package cn.zhigong.membership.member;

/** How somebody is employed (用工形式); it decides which union can take them. */
public enum EmploymentForm {
    /** 合同制: a labour contract with the employer they work for. */
    CONTRACT,
    /** 劳务派遣: a contract with a dispatch firm, work at another unit. */
    DISPATCH,
    /** 项目外包: work for a contractor at another unit's project. */
    OUTSOURCED,
    /** 灵活就业: no fixed employer. */
    FLEXIBLE,
    /** 新就业形态: work through a platform; no labour relation is needed to join. */
    NEW_FORM
}
