package cn.zhigong.rights.intake;

/** What a worker asks for. */
enum ClaimKind {
    /** Wages owed (拖欠工资). */
    UNPAID_WAGES,
    /** Overtime pay (加班费). */
    OVERTIME_PAY,
    /** Pay for annual leave not taken (未休年休假工资). */
    ANNUAL_LEAVE_PAY,
    /** Double wages for a contract never written (二倍工资). */
    DOUBLE_WAGES,
    /** Severance (经济补偿). */
    SEVERANCE,
    /** Compensation for unlawful dismissal (赔偿金). */
    UNLAWFUL_DISMISSAL,
    /** Work injury benefits and medical cost (工伤待遇). */
    WORK_INJURY,
    /** Social insurance (社会保险). */
    SOCIAL_INSURANCE,
    /** To have the job back (恢复劳动关系). */
    REINSTATEMENT,
    /** To have the labour relation recognised (确认劳动关系). */
    RECOGNITION,
    /** Papers that an employer owes on leaving (离职证明). */
    PAPERS,
    OTHER;

    /** Remuneration (劳动报酬): while the worker is employed no limitation runs against it. */
    boolean isPay() {
        return switch (this) {
            case UNPAID_WAGES, OVERTIME_PAY -> true;
            case ANNUAL_LEAVE_PAY,
                    DOUBLE_WAGES,
                    SEVERANCE,
                    UNLAWFUL_DISMISSAL,
                    WORK_INJURY,
                    SOCIAL_INSURANCE,
                    REINSTATEMENT,
                    RECOGNITION,
                    PAPERS,
                    OTHER -> false;
        };
    }
}
