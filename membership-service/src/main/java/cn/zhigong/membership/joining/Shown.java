package cn.zhigong.membership.joining;

/**
 * Of an application everything that tells how far it is, as its applicant may know it: whether a stranger's document is
 * a member's is not among it. A transfer that was proposed in secret looks like the review that it came from, until the
 * applicant withdraws it.
 */
record Shown(ApplicationState state, Decision decision, long version) {

    /** How a transfer that its applicant is not told of looks. */
    static Shown underReview(Review review, long version) {
        return new Shown(review.looksLike(), Decision.NONE, version);
    }
}
