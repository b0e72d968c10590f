package cn.zhigong.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says which part failed, and shows the end of its log so that nobody has to look for it. */
final class Failure {

    private static final int LINES = 25;

    private Failure() {}

    static LocalStackException of(Program program, String what) {
        return new LocalStackException("%s %s. The last lines of %s:%n%s"
                .formatted(
                        program.name(),
                        what,
                        program.log(),
                        lastLines(program.log(), LINES).indent(4)));
    }

    static String lastLines(Path log, int count) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n", -1);
            return Arrays.stream(lines)
                    .skip(Math.max(0, lines.length - count))
                    .map(LogLine::readable)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(no log: %s)".formatted(e.getMessage());
        }
    }
}
