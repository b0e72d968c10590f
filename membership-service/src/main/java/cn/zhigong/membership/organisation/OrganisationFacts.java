package cn.zhigong.membership.organisation;

import cn.zhigong.platform.reference.Visible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about an organisation by correcting it; its place, kind and state are changed by verbs, and its
 * {@link Catchment} by the organisation above.
 *
 * @param creditCode its own unified social credit code, for a union that is a legal person
 * @param creditCodeOverride needed for a code whose check fails
 * @param district six digits of GB/T 2260
 * @param street nine digits of a street or town, for its union; the first six are its district's
 * @param zone code of the zone, park or business circle, for a regional federation
 * @param workerGroups groups of workers an industry federation takes in, such as {@code COURIER}
 */
record OrganisationFacts(
        @NotBlank @Size(max = 200) @Visible String name,
        @Size(max = 40) @Nullable String creditCode,
        @Valid AcceptedCreditCode.@Nullable CheckOverride creditCodeOverride,
        @Pattern(regexp = "\\d{6}") @Nullable String district,
        @Pattern(regexp = "\\d{9}") @Nullable String street,
        @Pattern(regexp = ZONE) @Nullable String zone,
        @Size(max = 100) @Nullable String industry,
        @Size(max = 20, message = "TOO_MANY") @Nullable List<@NotNull @Pattern(regexp = GROUP) String> workerGroups,
        @Nullable Boolean legalPerson,
        @Nullable FoundingMode foundingMode,
        @Nullable LocalDate foundedOn) {

    /** Whom it takes in: what the routing of applicants goes by. */
    record Catchment(
            @Nullable String district,
            @Nullable String street,
            @Nullable String zone,
            Set<String> workerGroups) {

        boolean hasPlace() {
            return district != null || street != null || zone != null;
        }
    }

    static final String ZONE = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
    static final String GROUP = "[A-Z][A-Z0-9_]{0,39}";

    Catchment catchment() {
        return new Catchment(district, street, zone, Set.copyOf(Objects.requireNonNullElse(workerGroups, List.of())));
    }
}
