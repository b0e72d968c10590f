package cn.zhigong.membership.transfer;

import cn.zhigong.platform.calendar.Calendars;
import jakarta.inject.Singleton;

/** Transfers as they are shown. */
@Singleton
class TransferViews {

    private final Calendars calendars;

    TransferViews(Calendars calendars) {
        this.calendars = calendars;
    }

    TransferView of(Transfer transfer) {
        var answerBy =
                transfer.mayFallSilent() ? TransferRules.silentFrom(transfer.openedAt(), calendars.current()) : null;
        return TransferView.of(transfer, answerBy);
    }
}
