package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.proxy.UnfinishedBodies.Room;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads a body to its end, within its limit and the room there is. */
final class WholeBody {
    private final Buffer body = Buffer.buffer();
    private final HttpServerRequest request;
    private final Room room;
    private final long limit;
    private boolean over;

    WholeBody(HttpServerRequest request, Room room, long limit) {
        this.request = request;
        this.room = room;
        this.limit = limit;
    }

    /** Exactly one of the three is called, or none when the client breaks off. */
    void read(Consumer<Buffer> whenComplete, Runnable whenTooLarge, Runnable whenNoRoom) {
        request.handler(part -> {
                    if (over) {
                        return;
                    }
                    if (body.length() + part.length() > limit) {
                        over = true;
                        whenTooLarge.run();
                    } else if (!room.grow(part.length())) {
                        over = true;
                        whenNoRoom.run();
                    } else {
                        var _ = body.appendBuffer(part);
                    }
                })
                .endHandler(_ -> {
                    if (!over) {
                        over = true;
                        room.complete();
                        whenComplete.accept(body);
                    }
                })
                .resume();
    }
}
