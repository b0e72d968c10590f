package cn.zhigong.systemtests.stack;

import cn.zhigong.systemtests.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** The whole platform as it runs on this machine, the people who use it, and what an operator can do to it. */
public final class Stack {

    private static final int ENDS_WITHIN_SECONDS = 60;

    private Launcher launcher;
    private @Nullable Network network;
    private final boolean ours;
    private final Map<String, String> environment;
    private final Accounts accounts;
    private final Logs logs;
    private final People people = new People();
    private final Set<String> problemsSeen = new ConcurrentSkipListSet<>();

    private Stack(Launcher launcher, @Nullable Network network, boolean ours) {
        this.launcher = launcher;
        this.network = network;
        this.ours = ours;
        this.environment = keyValues(launcher.state().resolve("env"));
        this.accounts = new Accounts(
                environment, keyValues(launcher.state().resolve("secrets")).getOrDefault("keycloak-admin", ""));
        this.logs = new Logs(launcher.state().resolve("logs"));
    }

    /** A new stack, or with {@code -Dzhigong.stack=DIR} one that is up already, which then stays up. */
    static Stack start() {
        var checkout = Launcher.findCheckout();
        var given = System.getProperty("zhigong.stack", "");
        if (!given.isEmpty()) {
            return new Stack(new Launcher(checkout, checkout.resolve(given)), null, false);
        }
        var state = checkout.resolve("system-tests/target/stack");
        // The links from the start, which saves the fault tests another one.
        var network = Network.before(state);
        var launcher = new Launcher(checkout, state, network.links());
        var _ = launcher.run("clean");
        launcher.stopWhenThisProcessEnds();
        System.out.println(launcher.run("up", "--no-build"));
        return new Stack(launcher, network, true);
    }

    void close() {
        if (ours) {
            var _ = launcher.run("down");
        } else if (network != null) {
            relink(new Launcher(launcher.checkout(), launcher.state()), network);
        }
        if (network != null) {
            network.close();
        }
    }

    /**
     * The links between the parts. A stack that was up before is started anew for them when they are first asked for,
     * and brought off them in the end.
     */
    public synchronized Network network() {
        var present = network;
        if (present == null) {
            present = Network.before(launcher.state());
            network = present;
            launcher = new Launcher(launcher.checkout(), launcher.state(), present.links());
            relink(launcher, present);
        }
        return present;
    }

    /** Only the ends of links are started anew: the identity provider alone takes longer than all of them. */
    private void relink(Launcher launcher, Network links) {
        links.ends().stream()
                .filter(processes()::runs)
                .forEach(part -> processes().signal(part, "TERM"));
        for (var part : links.ends()) {
            if (!processes().endsWithin(part, ENDS_WITHIN_SECONDS)) {
                throw new IllegalStateException(part + " did not end");
            }
        }
        var _ = launcher.run("up", "--no-build");
    }

    /** Stops the stack as an operator would and brings it up again with what it has kept. */
    public void restartEverything() {
        logs.keep();
        var _ = launcher.run("down");
        var _ = launcher.run("up", "--no-build");
    }

    public Path folder() {
        return launcher.state();
    }

    public Path checkout() {
        return launcher.checkout();
    }

    /** A value of the stack's env file, such as {@code MEMBERSHIP_URL}. */
    public String value(String name) {
        return Objects.requireNonNull(environment.get(name), () -> name + " is not in the env file of the stack");
    }

    /** Somebody without a token, through the gateway. */
    public Api anybody() {
        return new Api(value("GATEWAY_URL"), Map.of(), problemsSeen);
    }

    /** Somebody who got past the gateway, at a service itself: {@code MEMBERSHIP} and so on. */
    public Api at(String service) {
        return new Api(value(service + "_URL"), Map.of(), problemsSeen);
    }

    /** Somebody with an account: a demo account such as {@code officer-pudong}, or one of {@link #newAccount}. */
    public Api as(String account) {
        return withToken(accounts.tokenOf(account));
    }

    /** A partner system with its own credentials, such as {@code hr-bureau}. */
    public Api partner(String client) {
        return withToken(accounts.tokenOfClient(client));
    }

    public Api withToken(String token) {
        return anybody().with("Authorization", "Bearer " + token);
    }

    public String tokenOf(String account) {
        return accounts.tokenOf(account);
    }

    /** A new account at the identity provider, which knows the person's real name and number. */
    public String newAccount(Person person) {
        return accounts.create(person);
    }

    public People people() {
        return people;
    }

    /** The demonstration city that every new stack has. */
    public City city() {
        return new City(keyValues(launcher.state().resolve("data/demo-city")));
    }

    /** Ends a part ({@code membership}, {@code kafka}, {@code postgres}, ...) as a crash would. */
    public void kill(String part) {
        var _ = launcher.run("kill", part);
    }

    /** Starts a part that was killed and waits until it is ready. */
    public void start(String part) {
        logs.keep(part);
        var _ = launcher.run("start", part);
    }

    /**
     * Starts a part that was killed so that it crashes by itself: {@code before_send} and {@code after_ack} of an
     * event, or {@code after_effect} of one that it took.
     */
    public void startToCrash(String part, String point) {
        logs.keep(part);
        launcher.startToCrash(part, point);
    }

    /** The processes of the parts, to be paused and signalled. */
    public Processes processes() {
        return new Processes(folder().resolve("pids"));
    }

    /** Whether a service's process listens; one that crashed does not. */
    public boolean listens(String part) {
        return isOpen(value(part.toUpperCase(Locale.ROOT) + "_MANAGEMENT_URL"));
    }

    /** Whether a service still takes requests; one that was asked to end finishes those it has. */
    public boolean takesRequests(String part) {
        return isOpen(value(part.toUpperCase(Locale.ROOT) + "_URL"));
    }

    private static boolean isOpen(String url) {
        var address = URI.create(url);
        try (var _ = new Socket(address.getHost(), address.getPort())) {
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Business time: what the services think it is. */
    public Instant now() {
        try {
            return Instant.now()
                    .plus(Duration.parse(
                            Files.readString(folder().resolve("clock")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the business clock forward; nothing moves it back, so tests count from {@link #now}. */
    public void advanceClock(Duration by) {
        var _ = launcher.run("clock", "ADVANCE=" + by);
    }

    /** The newest one-time code that was sent to a phone. */
    public String codeSentTo(String phone) {
        return launcher.run("inbox", "PHONE=" + phone);
    }

    public Databases databases() {
        return new Databases(environment);
    }

    public Topics topics() {
        return new Topics(value("KAFKA_BOOTSTRAP"));
    }

    public Logs logs() {
        return logs;
    }

    /** The slugs of all problems that any test was answered with. */
    public Set<String> problemsSeen() {
        return problemsSeen;
    }

    /** What to look at when a test failed: parts that do not answer, and what went wrong since the test began. */
    String diagnosis() {
        String status;
        try {
            status = launcher.run("status");
        } catch (IllegalStateException e) {
            status = Objects.requireNonNullElse(e.getMessage(), "");
        }
        return status + "\n" + logs.troubleSinceMark(status);
    }

    private static Map<String, String> keyValues(Path file) {
        var values = new LinkedHashMap<String, String>();
        try {
            for (var line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
