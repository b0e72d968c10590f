package cn.zhigong.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A body of unknown length that breaks off when it grows beyond its limit; the service then sees a reset, never a part.
 */
final class LimitedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private @Nullable Handler<Throwable> failed;
    private long length;
    private boolean exceeded;
    private boolean broken;

    LimitedBody(ReadStream<Buffer> source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    boolean exceeded() {
        return exceeded;
    }

    /** Whether it broke on its way to us. */
    boolean broken() {
        return broken;
    }

    @Override
    public LimitedBody handler(@Nullable Handler<Buffer> handler) {
        var _ = source.handler(handler == null ? null : part -> receive(part, handler));
        return this;
    }

    private void receive(Buffer part, Handler<Buffer> handler) {
        length += part.length();
        if (length <= limit) {
            handler.handle(part);
        } else if (!exceeded) {
            exceeded = true;
            if (failed != null) {
                failed.handle(new TooLargeException());
            }
        }
    }

    @Override
    public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        var _ = source.exceptionHandler(
                handler == null
                        ? null
                        : cause -> {
                            broken = true;
                            handler.handle(cause);
                        });
        return this;
    }

    @Override
    public LimitedBody pause() {
        var _ = source.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        var _ = source.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        var _ = source.fetch(amount);
        return this;
    }

    @Override
    public LimitedBody endHandler(@Nullable Handler<Void> handler) {
        var _ = source.endHandler(handler);
        return this;
    }

    private static final class TooLargeException extends RuntimeException {
        TooLargeException() {
            super("The body exceeds its limit", null, false, false);
        }
    }
}
