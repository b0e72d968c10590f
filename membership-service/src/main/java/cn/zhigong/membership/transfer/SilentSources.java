package cn.zhigong.membership.transfer;

import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.background.OneByOne;
import cn.zhigong.platform.calendar.Calendars;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Lets members go whose old union says nothing: a membership follows the work, whoever is on holiday. */
@Singleton
class SilentSources implements BackgroundWork {

    private static final String NAME = "transfer-silence";

    private final Transfers transfers;
    private final TransferSteps steps;
    private final Calendars calendars;
    private final InstantSource clock;
    private final OneByOne oneByOne;

    SilentSources(Transfers transfers, TransferSteps steps, Calendars calendars, InstantSource clock) {
        this.transfers = transfers;
        this.steps = steps;
        this.calendars = calendars;
        this.clock = clock;
        this.oneByOne = new OneByOne(NAME, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Short enough for a demonstration that moves the clock; the index makes an empty round cheap. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean work() {
        return oneByOne.round(this::due, this::letGo);
    }

    /** By the calendar of today: no time is stored that a new notice of holidays would make wrong. */
    private List<UUID> due(Collection<UUID> without, int most) {
        return transfers.unanswered(clock.instant().minus(TransferRules.SHORTEST), without, most).stream()
                .filter(this::isSilent)
                .map(Transfer::id)
                .toList();
    }

    private void letGo(UUID id) {
        var transfer = steps.locked(id);
        if (transfer.mayFallSilent() && isSilent(transfer)) {
            steps.fallSilent(transfer);
        }
    }

    private boolean isSilent(Transfer transfer) {
        return TransferRules.isSilent(transfer.openedAt(), calendars.current(), clock.instant());
    }
}
