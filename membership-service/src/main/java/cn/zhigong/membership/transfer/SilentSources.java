package cn.zhigong.membership.transfer;

import cn.zhigong.platform.background.DueWork;
import cn.zhigong.platform.calendar.Calendars;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Lets members go whose old union says nothing: a membership follows the work, whoever is on holiday. */
@Singleton
class SilentSources extends DueWork {

    /** Short enough for a demonstration that moves the clock; the index makes an empty round cheap. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Transfers transfers;
    private final TransferSteps steps;
    private final Calendars calendars;
    private final InstantSource clock;

    SilentSources(Transfers transfers, TransferSteps steps, Calendars calendars, InstantSource clock) {
        super("transfer-silence", PAUSE, clock);
        this.transfers = transfers;
        this.steps = steps;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** By the calendar of today: no time is stored that a new notice of holidays would make wrong. */
    @Override
    protected List<UUID> due(Instant now, Collection<UUID> without, int most) {
        return transfers.unanswered(now.minus(TransferRules.SHORTEST), without, most).stream()
                .filter(this::isSilent)
                .map(Transfer::id)
                .toList();
    }

    @Override
    protected void step(UUID id) {
        var transfer = steps.locked(id);
        if (transfer.mayFallSilent() && isSilent(transfer)) {
            steps.fallSilent(transfer);
        }
    }

    private boolean isSilent(Transfer transfer) {
        return TransferRules.isSilent(transfer.openedAt(), calendars.current(), clock.instant());
    }
}
