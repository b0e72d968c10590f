package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.limit.Admission;
import cn.zhigong.gateway.proxy.Peers.Peer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the gateway.
 *
 * @param path the path of the request, without its query
 * @param admission what the limits said, once they were asked
 */
record Visit(
        HttpServerRequest request,
        String path,
        Trace trace,
        Peer peer,
        @Nullable Admission admission) {
    Visit admitted(Admission verdict) {
        return new Visit(request, path, trace, peer, verdict);
    }

    boolean gone() {
        return request.response().closed();
    }
}
