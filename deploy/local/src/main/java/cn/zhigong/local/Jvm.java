package cn.zhigong.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the stack's Java programs are run: for a start in half the CPU seconds, unless somebody measures their speed. */
final class Jvm {

    private static final String COMPILER = "ZHIGONG_COMPILER";
    private static final String FULL = "full";

    private Jvm() {}

    /** The beginning of a command line, up to the program's own options. */
    static List<String> command(String... options) {
        return command(System.getenv(), options);
    }

    static List<String> command(Map<String, String> environment, String... options) {
        var command = new ArrayList<>(List.of(Checkout.java(), "-XX:+UseSerialGC"));
        if (!FULL.equals(environment.get(COMPILER))) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of(options));
        return command;
    }
}
