package cn.zhigong.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The entry point behind bin/zhigong. */
final class Launcher {

    private static final String USAGE = """
            bin/zhigong [--state DIR] COMMAND

              up [--no-build]           build what changed, start what is not running, wait until it is ready
              down                      stop everything
              status                    every part, whether it answers, its memory
              logs [PART] [--follow]    the end of the logs
              clean                     stop everything and delete its data
              start PART                start one part and wait until it is ready
              restart PART              stop it in good order and start it
              kill PART                 end it as a crash would
              token USER=... | CLIENT=...
              clock [ADVANCE=P16D | RESET=1]
              inbox PHONE=...           the newest one-time code sent to a phone
              with-infra [--keycloak] COMMAND...   run a command with a fresh PostgreSQL and Kafka
            """;

    private final Arguments arguments;
    private final Checkout checkout;
    private final StateFolder state;

    private Launcher(Arguments arguments, Checkout checkout, Map<String, String> environment) {
        this.arguments = arguments;
        this.checkout = checkout;
        this.state = new StateFolder(arguments
                .state()
                .map(Path::of)
                .orElseGet(() -> Path.of(environment.getOrDefault(
                        "ZHIGONG_STATE", checkout.root().resolve(".local").toString()))));
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> line) {
        try {
            return new Launcher(Arguments.parse(line), Checkout.fromEnvironment(), System.getenv()).run();
        } catch (LocalStackException e) {
            if (!Shutdown.hasBegun()) {
                System.err.println(e.getMessage());
            }
            return 1;
        }
    }

    private int run() {
        var control = new Control(checkout, state);
        switch (arguments.command()) {
            case "with-infra" -> {
                return WithInfra.run(checkout, arguments.rest());
            }
            case "status" -> {
                return control.status() ? 0 : 1;
            }
            case "up" -> Up.run(checkout, state, System.getenv(), !arguments.has("--no-build"));
            case "down" -> control.down();
            case "clean" -> control.clean();
            case "logs" -> control.logs(arguments.words(), arguments.has("--follow"));
            case "start" -> control.start(arguments.onlyWord("a part"));
            case "restart" -> control.restart(arguments.onlyWord("a part"));
            case "kill" -> control.kill(arguments.onlyWord("a part"));
            case "token" -> System.out.println(token());
            case "clock" -> System.out.println(clock());
            case "inbox" -> System.out.println(inbox());
            case "help", "--help" -> System.out.print(USAGE);
            default ->
                throw new LocalStackException("Unknown command '%s'%n%n%s".formatted(arguments.command(), USAGE));
        }
        return 0;
    }

    private String token() {
        var tokens = Tokens.of(state);
        var user = arguments.value("USER");
        var client = arguments.value("CLIENT");
        if (user.isPresent() == client.isPresent()) {
            throw new LocalStackException("token wants USER=... or CLIENT=...");
        }
        return user.map(name -> tokens.ofUser(name, arguments.value("PASSWORD").orElse(Realm.PASSWORD)))
                .or(() -> client.map(
                        name -> tokens.ofClient(name, arguments.value("SECRET").orElse(name + "-secret"))))
                .orElseThrow();
    }

    private String clock() {
        if (!state.isOurs()) {
            throw new LocalStackException("Nothing was started here: run make up");
        }
        var clock = new BusinessClock(state.clock());
        var before = clock.offset();
        if (arguments.value("RESET").isPresent()) {
            clock.reset();
        }
        var _ = arguments.value("ADVANCE").map(clock::advance);
        if (!clock.offset().equals(before)) {
            // Services look at it every 200 ms; whoever asks one after this command is answered in the new time.
            Child.pause();
            Child.pause();
        }
        return BusinessClock.render(clock.offset());
    }

    private String inbox() {
        var phone = arguments.value("PHONE").orElseThrow(() -> new LocalStackException("inbox wants PHONE=..."));
        return new Inbox(state.inbox())
                .newestCode(phone)
                .orElseThrow(() -> new LocalStackException("No message was sent to that phone"));
    }
}
