package cn.zhigong.competition.registration;

import cn.zhigong.competition.member.MemberReference;
import cn.zhigong.platform.time.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An entry (报名): one person in one event, with the union they belonged to then. */
@Entity
class Registration {

    @Id
    private UUID id;

    private UUID eventId;
    private UUID contestId;
    private UUID memberId;
    private UUID personId;
    private UUID organisationId;
    private String account;
    private Instant registeredAt;

    @Enumerated(EnumType.STRING)
    private RegistrationState state;

    @Version
    private long version;

    protected Registration() {}

    Registration(UUID contestId, UUID eventId, MemberReference member, String account, Instant now) {
        this.id = Ids.next();
        this.contestId = contestId;
        this.eventId = eventId;
        this.memberId = member.memberId();
        this.personId = member.personId();
        this.organisationId = member.organisationId();
        this.account = account;
        this.registeredAt = now;
        this.state = RegistrationState.REGISTERED;
    }

    RegistrationEvent.Registered registered() {
        return new RegistrationEvent.Registered(
                id, contestId, eventId, memberId, personId, organisationId, state, eventVersion());
    }

    RegistrationEvent.Withdrawn become(RegistrationState next) {
        state = state.become(next);
        return new RegistrationEvent.Withdrawn(
                id, contestId, eventId, memberId, personId, organisationId, state, eventVersion() + 1);
    }

    /** Events count from one, the row from zero; a change that is not written yet comes after both. */
    private long eventVersion() {
        return version + 1;
    }

    UUID id() {
        return id;
    }

    UUID eventId() {
        return eventId;
    }

    UUID contestId() {
        return contestId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID personId() {
        return personId;
    }

    UUID organisationId() {
        return organisationId;
    }

    String account() {
        return account;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    RegistrationState state() {
        return state;
    }

    long version() {
        return version;
    }
}
