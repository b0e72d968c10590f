package cn.zhigong.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The OpenID provider. */
record KeycloakServer(
        Path distribution,
        Path transactions,
        Path log,
        int port,
        int managementPort,
        Database database,
        String adminPassword,
        Http http)
        implements Part {

    static final String NAME = "keycloak";
    static final String ADMIN = "keycloak-admin";
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /**
     * Unpacks the distribution and fixes its build-time options, once per checkout: both together take half a minute on
     * two cores. What is in the folder afterwards is only read.
     */
    static void prepare(Checkout checkout, Children children, Path log) {
        var _ = Archives.once(home(checkout), draft -> {
            Archives.unpackTarGz(checkout.server(NAME), draft);
            var build = command(
                    draft,
                    List.of(),
                    "build",
                    "--db=postgres",
                    "--health-enabled=true",
                    "--transaction-xa-enabled=false",
                    // A provider for tests of ours needs none of these, and each costs start-up time.
                    "--features-disabled=kerberos,par,ciba,device-flow,docker,organization");
            children.run(new Program("keycloak-build", build, Map.of(), log, Program.TERMINATE));
        });
    }

    static Path home(Checkout checkout) {
        var archive = checkout.server(NAME).getFileName().toString();
        return checkout.cache().resolve(archive.replace(".tar.gz", ""));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return base();
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Child start(Children children) {
        var environment = Map.of(
                "KC_DB_URL",
                database.jdbcUrl(),
                "KC_DB_USERNAME",
                database.user(),
                "KC_DB_PASSWORD",
                database.password(),
                "KC_DB_POOL_MAX_SIZE",
                "10",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword);
        var command = command(
                distribution,
                // By default in the distribution, which several stacks share.
                List.of("-Dquarkus.transaction-manager.object-store.directory=" + transactions),
                "start",
                "--optimized",
                // Without it the server looks for a cluster on every interface.
                "--cache=local",
                // Our demo accounts have readable ids, each of which would be warned about.
                "--log-level=info,org.keycloak.storage.jpa.KeyUtils:error,io.smallrye.health:warn",
                "--hostname=" + base(),
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort);
        var program = new Program(NAME, command, environment, log, Program.TERMINATE);
        var child = children.start(program);
        ready().await(program, child, PATIENCE);
        return child;
    }

    @Override
    public boolean answers() {
        return ready().ready();
    }

    private Readiness ready() {
        return http.answering("http://127.0.0.1:%d/health/ready".formatted(managementPort));
    }

    /** What kc.sh would run, without the shell in between: signals reach the server itself. */
    private static List<String> command(Path home, List<String> options, String... arguments) {
        var command = new ArrayList<>(Jvm.command(
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString()));
        command.addAll(options);
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of(arguments));
        return command;
    }
}
