package cn.zhigong.competition.registration;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The entries of an event for the features that come after registration. */
@Singleton
public class Entries {

    /** One entry that takes part. */
    public record Entry(UUID id, UUID memberId, UUID personId, String account) {}

    private final Registrations registrations;

    Entries(Registrations registrations) {
        this.registrations = registrations;
    }

    /** Whether somebody takes part in any of these events, and so has no part in judging them. */
    public boolean takesPart(String account, Collection<UUID> events) {
        return registrations.isRegisteredForAny(events, account);
    }

    /** Everybody who takes part in an event. */
    public List<Entry> of(UUID event) {
        return registrations.registeredFor(event).stream()
                .map(entry -> new Entry(entry.id(), entry.memberId(), entry.personId(), entry.account()))
                .toList();
    }
}
