package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.reference.PublicText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a place can be corrected.
 *
 * @param district its division by GB/T 2260, six digits
 * @param phone of the place, not of a person: a landline with its area code, or a service line
 * @param starRating 1 to 5; of a mother's room alone
 * @param shared whether workers of other employers may come in; of a mother's room alone
 * @param coverage of a health service point alone
 */
record PointFacts(
        @NotBlank @Size(max = 100) @PublicText String name,
        @NotBlank @Size(max = 200) @PublicText String address,
        @NotNull @Pattern(regexp = "[0-9]{6}") String district,
        @NotNull @Valid PlaceLocation location,
        @NotNull @Size(max = 20) Set<@NotNull Facility> facilities,
        @NotNull @Valid OpeningHours openingHours,
        @Nullable @Size(max = 30) String phone,
        @Nullable @Min(1) @Max(5) Integer starRating,
        @Nullable Boolean shared,
        @Nullable @Valid Coverage coverage) {

    /** Whom a health service point is there for. */
    record Coverage(
            @NotNull @PositiveOrZero @Max(1_000_000) Integer employers,
            @NotNull @PositiveOrZero @Max(10_000_000) Integer workers) {}

    PointFacts {
        facilities = Objects.requireNonNullElse(facilities, Set.of());
        openingHours = Objects.requireNonNullElse(openingHours, OpeningHours.NEVER);
    }
}
