package cn.zhigong.rights.intake;

/** The labour disputes that the law knows (劳动争议调解仲裁法 §2); anything else is not one. */
enum DisputeKind {
    /** Whether there is a labour relation at all. */
    LABOUR_RELATION("§2(1)"),
    /** Making, performing, changing, cancelling or ending a labour contract. */
    LABOUR_CONTRACT("§2(2)"),
    /** Removal, dismissal, resignation, leaving. */
    DISMISSAL_OR_RESIGNATION("§2(3)"),
    /** Hours, rest, leave, social insurance, benefits, training, protection at work. */
    WORKING_CONDITIONS("§2(4)"),
    /** Pay, medical cost of work injuries, severance, compensation. */
    PAY_OR_COMPENSATION("§2(5)"),
    /** What other laws and regulations make a labour dispute. */
    OTHER_BY_LAW("§2(6)");

    private final String article;

    DisputeKind(String article) {
        this.article = "劳动争议调解仲裁法 " + article;
    }

    /** Where the law names this kind. */
    String article() {
        return article;
    }
}
