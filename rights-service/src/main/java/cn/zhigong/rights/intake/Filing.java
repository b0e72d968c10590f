package cn.zhigong.rights.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it is brought forward, checked for form.
 *
 * @param claimantAccount the worker's login; null when an officer wrote down the word of somebody without one
 * @param workers how many share the claim, the claimant included
 * @param desk the union that is asked, by id, or else by the district whose federation is
 */
record Filing(
        Channel channel,
        DisputeKind kind,
        @Nullable String claimantAccount,
        int workers,
        List<ClaimItem> claims,
        @Nullable String respondentCreditCode,
        String respondentName,
        LocalDate knewOn,
        @Nullable LocalDate employmentEndedOn,
        Desk desk,
        Confidential confidential) {

    /** Where it shall go. */
    sealed interface Desk {
        record Of(UUID organisationId) implements Desk {}

        record InDistrict(String district) implements Desk {}
    }
}
