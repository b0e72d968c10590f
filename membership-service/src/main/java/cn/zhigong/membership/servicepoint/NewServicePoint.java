package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.reference.PublicText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place to be entered; it is PLANNED then. The rest is as in {@link PointFacts}, and flat: what is read, entered and
 * corrected has one shape.
 *
 * @param organisationId the union that owns it
 * @param plannedOn since when it is planned, today unless told otherwise: a place that has been open for long is
 *     entered with its history
 */
record NewServicePoint(
        @NotNull PointType type,
        @NotNull UUID organisationId,
        @Nullable LocalDate plannedOn,
        @NotBlank @Size(max = 100) @PublicText String name,
        @NotBlank @Size(max = 200) @PublicText String address,
        @NotNull @Pattern(regexp = "[0-9]{6}") String district,
        @NotNull @Valid PlaceLocation location,
        @Nullable @Size(max = 20) Set<@NotNull Facility> facilities,
        @Nullable @Valid OpeningHours openingHours,
        @Nullable @Size(max = 30) String phone,
        @Nullable @Min(1) @Max(5) Integer starRating,
        @Nullable Boolean shared,
        @Valid PointFacts.@Nullable Coverage coverage) {

    PointFacts facts() {
        return new PointFacts(
                name,
                address,
                district,
                location,
                facilities == null ? Set.of() : facilities,
                openingHours == null ? OpeningHours.NEVER : openingHours,
                phone,
                starRating,
                shared,
                coverage);
    }
}
