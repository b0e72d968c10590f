package cn.zhigong.competition.contest;

/** What a contest is about (竞赛类型); the platform's own list. */
enum ContestKind {
    /** 引领性劳动竞赛. */
    LEADING,
    /** 重大工程、重大项目竞赛. */
    MAJOR_PROJECT,
    /** 技能比武. */
    SKILLS,
    /** 安康杯. */
    ANKANG,
    /** 创新创效. */
    INNOVATION,
    /** 营商环境、数字化转型. */
    DIGITAL,
    /** 新就业形态竞赛. */
    NEW_EMPLOYMENT,
    /** 网上练兵竞赛. */
    ONLINE_DRILL
}
