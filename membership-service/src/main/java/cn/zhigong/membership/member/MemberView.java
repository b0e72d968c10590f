package cn.zhigong.membership.member;

import cn.zhigong.platform.http.Versioned;
import cn.zhigong.platform.privacy.Masking;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as officers see them: personal data masked. */
record MemberView(
        UUID id,
        String number,
        String name,
        String identity,
        String phone,
        MemberState state,
        LocalDate joinedOn,
        LocalDate currentOrgSince,
        Channel channel,
        UUID organisationId,
        @Nullable UUID groupId,
        EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        boolean hasAccount,
        long version)
        implements Versioned {

    static MemberView of(Member member, PersonalData person) {
        return new MemberView(
                member.id(),
                member.number(),
                Masking.name(person.name().value()),
                Masking.identity(person.identity().number()),
                Masking.phone(person.phone().value()),
                member.state(),
                member.joinedOn(),
                member.currentOrgSince(),
                member.channel(),
                member.organisationId(),
                member.groupId(),
                member.employmentForm(),
                member.workerGroup(),
                member.account() != null,
                member.version());
    }
}
