package cn.zhigong.membership.organisation;

import cn.zhigong.platform.reference.Visible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation to be entered.
 *
 * @param code its organisation number (工会组织编码); one is issued when it is absent, any other is taken as it is
 * @param level may repeat what follows from the kind
 * @param parentId absent for the root only
 * @param line system line of the issued number: 0 territorial, 1-99 a bureau or industry; the parent's when absent
 */
record NewOrganisation(
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") @Nullable String code,

        @NotBlank @Size(max = 200) @Visible String name,
        @NotNull OrganisationKind kind,
        @Min(0) @Max(9) @Nullable Integer level,
        @Nullable UUID parentId,
        @Min(0) @Max(99) @Nullable Integer line,
        @Size(max = 40) @Nullable String creditCode,
        @Valid AcceptedCreditCode.@Nullable CheckOverride creditCodeOverride,
        @Pattern(regexp = "\\d{6}") @Nullable String district,
        @Pattern(regexp = "\\d{9}") @Nullable String street,
        @Pattern(regexp = OrganisationFacts.ZONE) @Nullable String zone,
        @Size(max = 100) @Nullable String industry,

        @Size(max = 20, message = "TOO_MANY") @Nullable List<@NotNull @Pattern(regexp = OrganisationFacts.GROUP) String> workerGroups,

        @Nullable Boolean legalPerson,
        @Nullable FoundingMode foundingMode,
        @Nullable LocalDate foundedOn) {

    OrganisationFacts facts() {
        return new OrganisationFacts(
                name,
                creditCode,
                creditCodeOverride,
                district,
                street,
                zone,
                industry,
                workerGroups,
                legalPerson,
                foundingMode,
                foundedOn);
    }
}
