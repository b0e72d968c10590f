package cn.zhigong.membership.importing;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.Roster;
import cn.zhigong.membership.member.WorkerGroup;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row says beside who the person is. What it leaves empty it says nothing of, so nothing that is known is lost.
 *
 * @param organisationId the union to which the person belongs
 * @param joinedOn when they joined a union for the first time
 */
record RosterFacts(
        UUID organisationId,
        @Nullable UUID groupId,
        @Nullable LocalDate joinedOn,
        @Nullable EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        boolean retired) {

    /** Of somebody of whom nothing else is known. Most rosters are of an employer's own people and do not say so. */
    Roster roster() {
        return new Roster(
                groupId, employmentForm == null ? EmploymentForm.CONTRACT : employmentForm, workerGroup, retired);
    }

    /** Of a member, over what is known of them. */
    Roster over(Roster known) {
        return new Roster(
                groupId == null ? known.groupId() : groupId,
                employmentForm == null ? known.employmentForm() : employmentForm,
                workerGroup == null ? known.workerGroup() : workerGroup,
                retired || known.retired());
    }
}
