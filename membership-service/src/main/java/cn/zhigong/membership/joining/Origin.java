package cn.zhigong.membership.joining;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The join code by which an application came, and what it asked. It stays, wherever the application is routed to: what
 * is corrected and handed in again asks the same union.
 *
 * @param codeUnionId the union of the code, or its successor; null for what the version before this column filed
 * @param codeGroupId the union group that handed out the code, while it is one of that union
 */
@Embeddable
record Origin(
        UUID joinCodeId,
        @Nullable UUID codeUnionId,
        @Nullable UUID codeGroupId) {

    /**
     * Where it asks to go.
     *
     * @param lies where the application lies, which the version before took for it
     */
    @Nullable Place asked(@Nullable Place lies) {
        return codeUnionId == null ? lies : new Place(codeUnionId, codeGroupId);
    }
}
