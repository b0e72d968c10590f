package cn.zhigong.membership.importing;

/** What became of a row that was to change something. */
enum RowOutcome {
    /** A membership began. */
    ADMITTED,
    /** The member is as the row says. */
    UPDATED,
    /** The other union was asked to let the member go. */
    TRANSFER_PROPOSED,
    /** The register had changed since the verdict, so nothing was done. */
    CHANGED_SINCE,
    /** Taken back. */
    UNDONE,
    /** Not taken back: something has come of it since. */
    KEPT
}
