package cn.zhigong.membership.organisation;

import cn.zhigong.platform.http.Versioned;
import cn.zhigong.platform.reference.CreditCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as officers see it.
 *
 * @param creditCodeVerdict CHECK_FAILED_OVERRIDDEN when an officer accepted a code whose check fails
 * @param creditCodeOverride why they did
 */
record OrganisationView(
        UUID id,
        String code,
        String name,
        OrganisationKind kind,
        int level,
        @Nullable UUID parentId,
        OrganisationState state,
        @Nullable String creditCode,
        CreditCode.@Nullable Verdict creditCodeVerdict,
        AcceptedCreditCode.@Nullable CheckOverride creditCodeOverride,
        @Nullable String district,
        @Nullable String street,
        @Nullable String zone,
        @Nullable String industry,
        List<String> workerGroups,
        boolean legalPerson,
        @Nullable FoundingMode foundingMode,
        @Nullable LocalDate foundedOn,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason,
        @Nullable UUID successorId,
        long version)
        implements Versioned {

    static OrganisationView of(Organisation organisation) {
        var facts = organisation.facts();
        var creditCode = organisation.creditCode();
        return new OrganisationView(
                organisation.id(),
                organisation.code(),
                facts.name(),
                organisation.kind(),
                organisation.level(),
                organisation.parentId(),
                organisation.state(),
                facts.creditCode(),
                creditCode == null ? null : creditCode.verdict(),
                creditCode == null || creditCode.overrideReason() == null
                        ? null
                        : new AcceptedCreditCode.CheckOverride(creditCode.overrideReason()),
                facts.district(),
                facts.street(),
                facts.zone(),
                facts.industry(),
                facts.workerGroups() == null ? List.of() : facts.workerGroups(),
                Boolean.TRUE.equals(facts.legalPerson()),
                facts.foundingMode(),
                facts.foundedOn(),
                organisation.createdAt(),
                organisation.endedAt(),
                organisation.endedBy(),
                organisation.endReason(),
                organisation.successorId(),
                organisation.version());
    }
}
