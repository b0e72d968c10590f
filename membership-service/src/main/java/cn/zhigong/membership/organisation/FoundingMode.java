package cn.zhigong.membership.organisation;

/** How a union came to be founded (建会方式). */
enum FoundingMode {
    /** 重点建: at a key employer. */
    KEY,
    /** 行业建: through an industry. */
    INDUSTRY,
    /** 兜底建: by the safety net of a street or zone. */
    FALLBACK
}
