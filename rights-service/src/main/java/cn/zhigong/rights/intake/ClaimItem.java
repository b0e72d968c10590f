package cn.zhigong.rights.intake;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is claimed.
 *
 * @param fen the amount; null where no money is asked for or it is not known yet
 */
@Embeddable
record ClaimItem(
        @Enumerated(EnumType.STRING) ClaimKind kind,
        @Nullable Long fen) {

    @Nullable Money amount() {
        return fen == null ? null : Money.ofFen(fen);
    }
}
