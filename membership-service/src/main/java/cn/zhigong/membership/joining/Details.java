package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an applicant says of themselves, as typed: in a new application or in a correction. */
interface Details {

    NewApplication.Identity identity();

    @Nullable String phone();

    NewApplication.@Nullable Employer employer();

    EmploymentForm employmentForm();

    @Nullable WorkerGroup workerGroup();

    @Nullable String district();

    @Nullable String street();

    @Nullable String zone();

    NewApplication.@Nullable Dispatch dispatch();

    String charterVersion();

    /** Null as long as earlier ones stand. */
    @Nullable List<NewApplication.Consent> consents();
}
