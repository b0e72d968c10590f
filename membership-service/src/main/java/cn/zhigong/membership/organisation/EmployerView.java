package cn.zhigong.membership.organisation;

import cn.zhigong.platform.http.Versioned;
import cn.zhigong.platform.reference.CreditCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An employer as officers see it. */
record EmployerView(
        UUID id,
        UUID organisationId,
        String creditCode,
        CreditCode.Verdict creditCodeVerdict,
        String name,
        @Nullable String district,
        @Nullable String industry,
        @Nullable String ownership,
        @Nullable String sizeBand,
        boolean dispatch,
        boolean platform,
        boolean reformAdjusting,
        boolean labourIntensive,
        long version)
        implements Versioned {

    static EmployerView of(Employer employer) {
        var facts = employer.facts();
        return new EmployerView(
                employer.id(),
                employer.organisationId(),
                employer.creditCode().value(),
                employer.creditCode().verdict(),
                facts.name(),
                facts.district(),
                facts.industry(),
                facts.ownership(),
                facts.sizeBand(),
                Boolean.TRUE.equals(facts.dispatch()),
                Boolean.TRUE.equals(facts.platform()),
                Boolean.TRUE.equals(facts.reformAdjusting()),
                Boolean.TRUE.equals(facts.labourIntensive()),
                employer.version());
    }
}
