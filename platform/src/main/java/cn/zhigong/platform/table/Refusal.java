package cn.zhigong.platform.table;

import cn.zhigong.platform.table.UnreadableTableException.Reason;
import java.io.IOException;

/** Why reading stops, as the streams and readers between us and the file let it through. */
final class Refusal extends IOException {
    private final Reason reason;

    Refusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Refusal(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
