package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.http.Versioned;
import cn.zhigong.platform.reference.IdentityType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as its applicant and the officers see it: personal data masked.
 *
 * @param organisationId the union that could take the worker, once routed
 * @param routedBy the code of the rule that chose it
 * @param reviewBy when the superior union takes over if nobody has decided
 * @param reasons codes of what is to be corrected, or why it was refused
 * @param note what the officer added for the applicant
 * @param memberId set when a membership came of it
 * @param warnings for the reviewing officer only
 */
public record ApplicationView(
        UUID id,
        ApplicationState state,
        Identity identity,
        String phone,
        NewApplication.@Nullable Employer employer,
        EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        @Nullable String district,
        @Nullable String street,
        NewApplication.@Nullable Dispatch dispatch,
        String charterVersion,
        @Nullable Instant submittedAt,
        @Nullable UUID organisationId,
        @Nullable UUID groupId,
        @Nullable String routedBy,
        @Nullable Instant reviewBy,
        List<String> reasons,
        @Nullable String note,
        @Nullable UUID memberId,
        List<String> warnings,
        long version)
        implements Versioned {

    /** The document and the name, masked. */
    public record Identity(IdentityType type, String number, String name) {}
}
