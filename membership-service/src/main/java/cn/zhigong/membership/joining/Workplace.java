package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.membership.routing.Router;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where and how an applicant works: what routing goes by.
 *
 * @param employerCode credit code, normalised
 * @param district the division that holds the place today
 * @param street nine digits
 */
@Embeddable
record Workplace(
        @Nullable String employerCode,
        @Nullable String employerName,
        @Enumerated(EnumType.STRING) EmploymentForm employmentForm,
        @Enumerated(EnumType.STRING) @Nullable WorkerGroup workerGroup,
        @Nullable String district,
        @Nullable String street,
        @Nullable String zone,
        @Enumerated(EnumType.STRING) NewApplication.Dispatch.@Nullable Choice dispatchChoice,
        @Nullable String usingUnitCode,
        @Nullable String usingUnitName) {

    Router.Situation situation(@Nullable UUID codeUnion) {
        return new Router.Situation(
                codeUnion,
                employerCode,
                employmentForm == EmploymentForm.DISPATCH,
                dispatchChoice == NewApplication.Dispatch.Choice.USING_UNIT,
                usingUnitCode,
                workerGroup == null ? null : workerGroup.name(),
                district,
                street,
                zone);
    }

    NewApplication.@Nullable Employer employer() {
        return employerCode == null && employerName == null
                ? null
                : new NewApplication.Employer(employerCode, employerName);
    }

    NewApplication.@Nullable Dispatch dispatch() {
        return dispatchChoice == null
                ? null
                : new NewApplication.Dispatch(
                        dispatchChoice, new NewApplication.Employer(usingUnitCode, usingUnitName));
    }
}
