package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx, as the static server behind the gateway and as the proxy that the gateway is compared with. */
record Nginx(Program program, URI url) implements AutoCloseable {

    private static final String MANY = "keepalive_requests 100000000;";

    /** Serves the files of a folder that everybody may read. */
    static Nginx files(Path work, Path files) {
        return start(work, "upstream", "root %s; default_type application/json;".formatted(files), "");
    }

    /** Passes what is below a path on, over connections that stay open. */
    static Nginx proxy(Path work, String path, URI upstream) {
        var location = "location %s { proxy_pass http://u/; proxy_http_version 1.1; proxy_set_header Connection \"\"; }"
                .formatted(path);
        var servers = "upstream u { server %s; keepalive 64; %s }".formatted(upstream.getAuthority(), MANY);
        return start(work, "proxy", location, servers);
    }

    private static Nginx start(Path work, String name, String server, String http) {
        var port = Program.freePort();
        var text = """
                daemon off; worker_processes auto; pid %1$s/%2$s.pid; error_log %1$s/%2$s.error;
                events { worker_connections 4096; }
                http { access_log off; %3$s client_body_temp_path %1$s/%2$s-tmp; proxy_temp_path %1$s/%2$s-tmp;
                  fastcgi_temp_path %1$s/%2$s-tmp; uwsgi_temp_path %1$s/%2$s-tmp; scgi_temp_path %1$s/%2$s-tmp;
                  %4$s
                  server { listen 127.0.0.1:%5$d; %6$s } }
                """.formatted(work, name, MANY, http, port, server);
        var file = work.resolve(name + ".conf");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = List.of("nginx", "-e", work.resolve(name + ".error").toString(), "-c", file.toString());
        return new Nginx(
                Program.listening(port, work.resolve(name + ".log"), Map.of(), command),
                URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        program.close();
    }
}
