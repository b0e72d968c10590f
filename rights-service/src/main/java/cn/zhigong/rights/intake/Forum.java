package cn.zhigong.rights.intake;

/** Bodies outside the unions that a worker is shown to. */
enum Forum {
    /** 劳动人事争议仲裁委员会 */
    ARBITRATION,
    /** 人民法院 */
    COURT,
    /** 劳动保障监察 */
    LABOUR_INSPECTION,
    /** 社会保险经办机构 */
    SOCIAL_INSURANCE_AGENCY,
    /** 信访 */
    PETITION_OFFICE
}
