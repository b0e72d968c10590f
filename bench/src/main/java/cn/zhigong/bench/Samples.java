package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Processor time of a process by the code that used it. A sample counts once in each table: for the method that ran,
 * for the library on whose behalf it did (the first frame that is not the JDK's), and for the first method of ours.
 * {@code below} is inclusive: each method of ours somewhere on the stack.
 */
final class Samples {

    private static final String OURS = "cn.zhigong.";
    private static final int ROWS = 25;

    /** So many parts of a class' name tell a library: org.hibernate.engine, io.vertx.core. */
    private static final int PARTS = 3;

    private static final String JDK = "JDK";

    private final Map<String, Map<String, Integer>> tables = new LinkedHashMap<>();
    private int taken;
    private long lost;
    private long micros;

    void add(Path recording, long spent) {
        micros += spent;
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.CPUTimeSample" -> add(frames(event));
                    case "jdk.CPUTimeSamplesLost" -> lost += event.getLong("lostSamples");
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param stack class and method of each frame, the running one first */
    void add(List<String> stack) {
        if (stack.isEmpty()) {
            return;
        }
        taken++;
        var ours = stack.stream().filter(frame -> frame.startsWith(OURS)).toList();
        count("by owner (the first frame outside the JDK)", owner(stack));
        count("by package that ran", owner(stack.getFirst()));
        count("by method that ran", stack.getFirst());
        count("by our first frame", ours.isEmpty() ? "(none of ours)" : ours.getFirst());
        new HashSet<>(ours).forEach(frame -> count("below our frame, inclusive", frame));
    }

    String table() {
        var text = new StringBuilder("%d samples, %d lost; %d ms of processor time, compilers and collector included%n"
                .formatted(taken, lost, micros / 1_000));
        tables.forEach((title, counts) -> {
            text.append("%n%s%n".formatted(title));
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(ROWS)
                    .forEach(row ->
                            text.append("%6.1f %%  %s%n".formatted(100.0 * row.getValue() / taken, row.getKey())));
        });
        return text.toString();
    }

    private void count(String table, String row) {
        var _ = tables.computeIfAbsent(table, _ -> new HashMap<>()).merge(row, 1, Integer::sum);
    }

    private static String owner(List<String> stack) {
        return stack.stream()
                .map(Samples::owner)
                .filter(owner -> !owner.equals(JDK))
                .findFirst()
                .orElse(JDK);
    }

    private static String owner(String frame) {
        return Stream.of("java.", "jdk.", "sun.", "com.sun.").anyMatch(frame::startsWith)
                ? JDK
                : Arrays.stream(frame.split("\\.", -1)).limit(PARTS).collect(Collectors.joining("."));
    }

    private static List<String> frames(RecordedEvent event) {
        var trace = event.getStackTrace();
        if (trace == null) {
            return List.of();
        }
        var frames = new ArrayList<String>();
        for (var frame : trace.getFrames()) {
            frames.add(name(frame));
        }
        return frames;
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
