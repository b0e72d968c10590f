package cn.zhigong.membership.organisation;

import cn.zhigong.platform.reference.Visible;
import cn.zhigong.platform.reference.VisibleText;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An employer (用人单位): one per credit code, covered by one union at a time. */
@Entity
class Employer {

    /**
     * What may be changed about an employer.
     *
     * @param dispatch whether it dispatches workers to others (劳务派遣)
     * @param platform whether it is an internet platform
     * @param reformAdjusting whether it is in reform and adjustment (改革调整企业)
     */
    record Facts(
            @NotBlank @Size(max = 200) @Visible String name,
            @Pattern(regexp = "\\d{6}") @Nullable String district,
            @Size(max = 100) @Nullable String industry,

            @Pattern(regexp = OrganisationFacts.GROUP) @Nullable String ownership,

            @Pattern(regexp = OrganisationFacts.GROUP) @Nullable String sizeBand,

            @Nullable Boolean dispatch,
            @Nullable Boolean platform,
            @Nullable Boolean reformAdjusting,
            @Nullable Boolean labourIntensive) {}

    /** An employer to be registered. */
    record New(
            @NotBlank @Size(max = 40) String creditCode,
            @Valid AcceptedCreditCode.@Nullable CheckOverride creditCodeOverride,
            @NotBlank @Size(max = 200) @Visible String name,
            @Pattern(regexp = "\\d{6}") @Nullable String district,
            @Size(max = 100) @Nullable String industry,

            @Pattern(regexp = OrganisationFacts.GROUP) @Nullable String ownership,

            @Pattern(regexp = OrganisationFacts.GROUP) @Nullable String sizeBand,

            @Nullable Boolean dispatch,
            @Nullable Boolean platform,
            @Nullable Boolean reformAdjusting,
            @Nullable Boolean labourIntensive) {

        Facts facts() {
            return new Facts(
                    name,
                    district,
                    industry,
                    ownership,
                    sizeBand,
                    dispatch,
                    platform,
                    reformAdjusting,
                    labourIntensive);
        }
    }

    @Id
    private UUID id;

    @Embedded
    private AcceptedCreditCode creditCode;

    private UUID organisationId;
    private String name;
    private @Nullable String district;
    private @Nullable String industry;
    private @Nullable String ownership;
    private @Nullable String sizeBand;
    private boolean dispatch;
    private boolean platform;
    private boolean reformAdjusting;
    private boolean labourIntensive;

    @Version
    private long version;

    protected Employer() {}

    Employer(UUID id, AcceptedCreditCode creditCode, UUID organisationId, Facts facts) {
        this.id = id;
        this.creditCode = creditCode;
        this.organisationId = organisationId;
        this.name = facts.name();
        correct(facts);
    }

    final void correct(Facts facts) {
        name = VisibleText.normalised(facts.name());
        district = facts.district();
        industry = facts.industry();
        ownership = facts.ownership();
        sizeBand = facts.sizeBand();
        dispatch = Boolean.TRUE.equals(facts.dispatch());
        platform = Boolean.TRUE.equals(facts.platform());
        reformAdjusting = Boolean.TRUE.equals(facts.reformAdjusting());
        labourIntensive = Boolean.TRUE.equals(facts.labourIntensive());
    }

    void moveTo(UUID organisation) {
        organisationId = organisation;
    }

    Facts facts() {
        return new Facts(
                name, district, industry, ownership, sizeBand, dispatch, platform, reformAdjusting, labourIntensive);
    }

    UUID id() {
        return id;
    }

    AcceptedCreditCode creditCode() {
        return creditCode;
    }

    UUID organisationId() {
        return organisationId;
    }

    long version() {
        return version;
    }
}
