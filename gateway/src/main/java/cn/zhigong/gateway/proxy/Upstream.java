package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.service.Service;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** How to reach a service: its connection options and the authority it believes to have. */
record Upstream(Service service, RequestOptions options, String authority) {
    static Upstream of(Service service, URI url, ProxyConfig config) {
        var ssl = "https".equals(url.getScheme());
        if ((!ssl && !"http".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("Not the address of a service: " + url);
        }
        var port = url.getPort() >= 0 ? url.getPort() : ssl ? 443 : 80;
        var options = new RequestOptions()
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(config.responseTimeout().toMillis());
        return new Upstream(service, options, url.getAuthority());
    }
}
