package cn.zhigong.local;

import java.util.List;

/** The entry point behind bin/zhigong. */
final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            var command = arguments.isEmpty() ? "" : arguments.getFirst();
            var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
            return switch (command) {
                case "with-infra" -> WithInfra.run(Checkout.fromEnvironment(), rest);
                default -> throw new LocalStackException("Unknown command '%s'".formatted(command));
            };
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
