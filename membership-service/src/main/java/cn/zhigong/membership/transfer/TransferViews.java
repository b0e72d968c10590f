package cn.zhigong.membership.transfer;

import cn.zhigong.platform.calendar.Calendars;
import jakarta.inject.Singleton;

/** Transfers as they are shown. */
@Singleton
class TransferViews {

    private final Transfers transfers;
    private final Calendars calendars;

    TransferViews(Transfers transfers, Calendars calendars) {
        this.transfers = transfers;
        this.calendars = calendars;
    }

    TransferView of(Transfer transfer) {
        var answerBy =
                transfer.mayFallSilent() ? TransferRules.silentFrom(transfer.openedAt(), calendars.current()) : null;
        return TransferView.of(transfer, answerBy);
    }

    /** Of one that was changed: its version is that of the row as it will be. */
    TransferView changed(Transfer transfer) {
        transfers.flush();
        return of(transfer);
    }
}
