package cn.zhigong.competition.registration;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.UUID;

/** An entry as the member and the organiser see it; its id is the entry's id in rankings. */
record RegistrationView(
        UUID id,
        UUID contestId,
        UUID eventId,
        UUID memberId,
        UUID organisationId,
        RegistrationState state,
        Instant registeredAt,
        long version)
        implements Versioned {

    static RegistrationView of(Registration entry) {
        return new RegistrationView(
                entry.id(),
                entry.contestId(),
                entry.eventId(),
                entry.memberId(),
                entry.organisationId(),
                entry.state(),
                entry.registeredAt(),
                entry.version());
    }
}
