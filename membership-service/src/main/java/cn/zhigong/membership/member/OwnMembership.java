package cn.zhigong.membership.member;

import static cn.zhigong.membership.member.MemberProblem.NOT_A_MEMBER;

import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.privacy.Masking;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** What members read of themselves. */
@Singleton
class OwnMembership {

    private final Members members;
    private final Persons persons;
    private final Skills skills;
    private final Seals seals;
    private final Directory directory;

    OwnMembership(Members members, Persons persons, Skills skills, Seals seals, Directory directory) {
        this.members = members;
        this.persons = persons;
        this.skills = skills;
        this.seals = seals;
        this.directory = directory;
    }

    @Transactional
    MyMembership read(Caller caller) {
        var member = of(caller);
        var person = person(member);
        return new MyMembership(
                member.id(),
                member.number(),
                person.name().value(),
                Masking.identity(person.identity().number()),
                Masking.phone(person.phone().value()),
                member.state(),
                member.joinedOn(),
                member.organisationId(),
                organisationName(member),
                member.groupId(),
                member.employmentForm(),
                member.workerGroup(),
                skills.of(member.personId()),
                member.version());
    }

    @Transactional
    MyMembership.Card card(Caller caller) {
        var member = of(caller);
        var name = person(member).name().value();
        return new MyMembership.Card(
                member.number(), organisationName(member), name, Masking.name(name), member.joinedOn(), member.state());
    }

    private Member of(Caller caller) {
        return members.ofAccount(caller.account()).orElseThrow(NOT_A_MEMBER::problem);
    }

    private PersonalData person(Member member) {
        return seals.open(persons.findById(member.personId()).data(), Person.TABLE, member.personId());
    }

    private String organisationName(Member member) {
        return directory
                .find(member.organisationId())
                .map(Directory.Entry::name)
                .orElse("");
    }
}
