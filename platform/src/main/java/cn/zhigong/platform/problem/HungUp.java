package cn.zhigong.platform.problem;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import org.jspecify.annotations.Nullable;

/** Whether a request failed because its caller went away: nothing of ours is wrong, and nobody reads the answer. */
final class HungUp {

    private HungUp() {}

    static boolean is(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException || cause instanceof StreamResetException) {
                return true;
            }
        }
        return false;
    }
}
