package cn.zhigong.membership.joining;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transfer that was proposed in place of an application, because its person is a member already.
 *
 * @param disclosed whether the applicant is known to be that person and may be told
 * @param untold how many changes the applicant must not notice, not even by the version
 */
@Embeddable
record Conversion(@Nullable UUID transferId, boolean disclosed, int untold) {

    static final Conversion NONE = new Conversion(null, false, 0);

    Conversion to(UUID transfer, boolean toApplicant) {
        return new Conversion(transfer, toApplicant, untold);
    }

    Conversion unnoticed() {
        return new Conversion(transferId, disclosed, untold + 1);
    }
}
