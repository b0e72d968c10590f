package cn.zhigong.membership.member;

import static cn.zhigong.membership.member.MemberProblem.ACCOUNT_OF_ANOTHER_PERSON;
import static cn.zhigong.membership.member.MemberProblem.IDENTITY_NOT_CONFIRMED;
import static cn.zhigong.membership.member.MemberProblem.MEMBER_HAS_ANOTHER_ACCOUNT;
import static cn.zhigong.membership.member.MemberProblem.NOT_A_MEMBER;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * Gives a membership the login of its person: of somebody who joined with a phone only and logs in later. What binds
 * them is the verified identity and the name, never the phone, which may have passed to somebody else.
 */
@Singleton
class Linking {

    private final Members members;
    private final Persons persons;
    private final Seals seals;
    private final Outbox outbox;
    private final Audit audit;

    Linking(Members members, Persons persons, Seals seals, Outbox outbox, Audit audit) {
        this.members = members;
        this.persons = persons;
        this.seals = seals;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Links once; asked again it changes nothing. */
    @Transactional
    void link(Caller caller, Userinfo.Verified verified) {
        var member = members.ofIdentity(seals.indexOf(verified.identity())).orElseThrow(NOT_A_MEMBER::problem);
        var person = seals.open(persons.findById(member.personId()).data(), Person.TABLE, member.personId());
        if (!person.name().equals(verified.name())) {
            throw IDENTITY_NOT_CONFIRMED.problem();
        }
        if (caller.account().equals(member.account())) {
            return;
        }
        if (member.account() != null) {
            throw MEMBER_HAS_ANOTHER_ACCOUNT.problem();
        }
        if (!members.claimAccount(caller.account(), member.personId()).equals(member.personId())) {
            throw ACCOUNT_OF_ANOTHER_PERSON.problem();
        }
        member.link(caller.account());
        members.flush();
        outbox.publish(member.changed());
        audit.record("member.link", "member", member.id(), Map.of());
    }
}
