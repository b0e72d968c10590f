package cn.zhigong.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The built gateway alone, in front of one server that stands for all services, with the launcher's settings of a JVM.
 */
record GatewayProgram(Program program, URI url) implements AutoCloseable {

    /** Nobody is slowed down: a limit that is reached would be measured instead of the gateway. */
    private static final String UNLIMITED = "1000000000";

    static GatewayProgram start(Path root, Path work, TokenIssuer issuer, URI upstream) {
        var jar = root.resolve("gateway/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new BenchException("The gateway is not built: bin/mvn -pl gateway -am package");
        }
        var port = Program.freePort();
        var environment = new LinkedHashMap<String, String>();
        for (var service : List.of("MEMBERSHIP", "COMPETITION", "TRAINING", "RIGHTS")) {
            environment.put(service + "_URL", upstream.toString());
        }
        environment.putAll(Map.of(
                "ZHIGONG_TOKEN_ISSUER", issuer.url(),
                "ZHIGONG_TOKEN_KEYS", issuer.url() + "/keys",
                "ZHIGONG_LIMIT_MEMBER", UNLIMITED,
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(Program.freePort())));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar.toString());
        return new GatewayProgram(
                Program.listening(port, work.resolve("gateway.log"), environment, command),
                URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        program.close();
    }
}
