package cn.zhigong.membership.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What was decided last about an application, and why.
 *
 * @param reasons codes of what is to be corrected, or why it was refused or closed
 * @param note what the officer added for the applicant
 * @param decidedBy the officer's account; null when the platform decided
 */
@Embeddable
record Decision(
        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "text[]")
        List<String> reasons,

        @Nullable String note,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    static final Decision NONE = new Decision(List.of(), null, null, null);

    /** An officer's. */
    static Decision by(String officer, Instant now, Collection<? extends Enum<?>> reasons, @Nullable String note) {
        return new Decision(reasons.stream().map(Enum::name).sorted().toList(), note, officer, now);
    }

    /** The platform's. */
    static Decision refused(RejectionReason reason, Instant now) {
        return new Decision(List.of(reason.name()), null, null, now);
    }

    /** The end of what nobody decided about. */
    static Decision closed(ClosingReason reason) {
        return new Decision(List.of(reason.name()), null, null, null);
    }
}
