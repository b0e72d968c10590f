package cn.zhigong.membership.collective;

import cn.zhigong.platform.reference.Visible;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch an officer prepares.
 *
 * @param joinCodeId the code that was issued for it, with the window and the most uses
 * @param expected how many people are on the roster; the names stay with the union
 */
record NewCollectiveJoining(
        @NotNull UUID organisationId,
        @Nullable UUID groupId,
        @NotNull UUID joinCodeId,
        @NotBlank @Size(max = 100) @Visible String title,
        @Nullable Instant ceremonyAt,
        @Nullable @Min(1) @Max(10_000) Integer expected) {}
