package cn.zhigong.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x' decoder, stricter where RFC 9112 lets a proxy choose between repairing and refusing (request smuggling lives
 * on repairs), and able to say how far a connection has come, so that {@link Connections} can cut off slow ones. What
 * it refuses poisons the connection: Netty discards everything after it.
 */
final class RequestDecoder extends VertxHttpRequestDecoder {
    /** What a connection is waiting for. */
    enum Phase {
        REQUEST,
        REST_OF_HEAD,
        REST_OF_BODY
    }

    private final Connections.Clock clock;
    private Phase phase = Phase.REST_OF_HEAD; // a fresh connection has to say something, too
    private int since;
    private long bodyBytes;
    private @Nullable Syntax syntax = new HeadSyntax();
    private int looked; // how many of the buffer's bytes it has seen
    private boolean broken;

    RequestDecoder(HttpServerOptions options, Connections.Clock clock) {
        super(options);
        this.clock = clock;
        this.since = clock.seconds();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (phase == Phase.REQUEST) {
            enter(Phase.REST_OF_HEAD);
            expect(new HeadSyntax());
        }
        if (broken || !wellFormed(buffer)) {
            refuse(buffer, out);
            return;
        }
        var before = buffer.readableBytes();
        super.decode(context, buffer, out);
        looked = Math.max(0, looked - (before - buffer.readableBytes()));
        broken = !out.isEmpty()
                && out.getLast() instanceof DecoderResultProvider last
                && last.decoderResult().isFailure();
        if (phase == Phase.REST_OF_BODY) {
            bodyBytes += before - buffer.readableBytes();
        }
        if (!out.isEmpty() && out.getLast() instanceof LastHttpContent) {
            enter(Phase.REQUEST);
        }
    }

    private void expect(@Nullable Syntax next) {
        syntax = next;
        looked = 0;
    }

    /** Looks at what has arrived since the last time, up to the end of the head or of the chunked body. */
    private boolean wellFormed(ByteBuf buffer) {
        while (syntax != null && looked < buffer.readableBytes()) {
            var skip = syntax.skippable(buffer, buffer.readerIndex() + looked, buffer.writerIndex());
            if (skip > 0) {
                syntax.skipped(skip);
                looked += skip;
                continue;
            }
            switch (syntax.next(buffer.getByte(buffer.readerIndex() + looked++))) {
                case MORE -> {}
                case COMPLETE -> syntax = null;
                case BROKEN -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** As Netty does with what it cannot read: a broken head is answered, a broken body ends the connection. */
    private void refuse(ByteBuf buffer, List<Object> out) {
        buffer.skipBytes(buffer.readableBytes());
        if (broken) {
            return;
        }
        broken = true;
        var failure = DecoderResult.failure(new IllegalArgumentException("malformed request"));
        if (phase == Phase.REST_OF_BODY) {
            var end = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
            end.setDecoderResult(failure);
            out.add(end);
        } else {
            var message = createInvalidMessage();
            message.setDecoderResult(failure);
            out.add(message);
        }
    }

    /** Called by Netty when a head is complete and before its body's length is believed: the place to refuse. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        enter(Phase.REST_OF_BODY);
        var headers = message.headers();
        var coding = single(headers, HttpHeaderNames.TRANSFER_ENCODING);
        if (coding != null
                && (!coding.equalsIgnoreCase("chunked")
                        || headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                        || !message.protocolVersion().equals(HttpVersion.HTTP_1_1))) {
            throw new IllegalArgumentException("ambiguous body length");
        }
        var length = single(headers, HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && !digits(length)) {
            throw new IllegalArgumentException("malformed Content-Length");
        }
        var host = single(headers, HttpHeaderNames.HOST);
        var needsHost = message.protocolVersion().equals(HttpVersion.HTTP_1_1);
        if (host == null ? needsHost : !authority(host)) {
            throw new IllegalArgumentException("malformed Host");
        }
        var _ = single(headers, HttpHeaderNames.AUTHORIZATION); // refused when there are two
        if (!needsHost && !message.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            message.setProtocolVersion(HttpVersion.HTTP_1_1); // which is what we answer in
            throw new IllegalArgumentException("unknown protocol version");
        }
        expect(coding == null ? null : new ChunkSyntax());
        return super.isContentAlwaysEmpty(message);
    }

    Phase phase() {
        return phase;
    }

    /** The tick at which the phase began. */
    int since() {
        return since;
    }

    long bodyBytes() {
        return bodyBytes;
    }

    private void enter(Phase next) {
        phase = next;
        since = clock.seconds();
        bodyBytes = 0;
    }

    /** The value of a header, null without one; refuses the head when it comes twice. */
    private static @Nullable String single(HttpHeaders headers, AsciiString name) {
        if (!headers.contains(name)) {
            return null; // most heads lack most of these, and getAll makes a list
        }
        var values = headers.getAll(name);
        if (values.size() > 1) {
            throw new IllegalArgumentException("more than one " + name);
        }
        return values.getFirst();
    }

    private static boolean digits(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** By hand, since it is asked of every request and a stream costs more than the rest of the look. */
    private static boolean authority(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && ".-:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
