package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Records where the JVMs of ours spend processor time while a leg runs, by JFR's CPU-time samples, and writes a table
 * of it. Does nothing unless the run was asked to profile.
 */
final class Profiler {

    /** Samples a second of processor time: ten times the default, for legs of some seconds. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.CPUTimeSample">
                <setting name="enabled">true</setting>
                <setting name="throttle">1ms</setting>
              </event>
              <event name="jdk.CPUTimeSamplesLost"><setting name="enabled">true</setting></event>
            </configuration>
            """;

    /** A request goes through more frames than the 64 that are kept by default, and ours are at the bottom. */
    private static final String DEPTH = "512";

    private final Path folder;
    private final boolean wanted;
    private final Map<String, Samples> samples = new LinkedHashMap<>();

    Profiler(Path folder, boolean wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    /** Runs an action, and notes what these processes did meanwhile. */
    <T> T during(Map<String, ProcessCost> processes, Supplier<T> action) {
        if (!wanted || processes.isEmpty()) {
            return action.get();
        }
        var virtualMachines = new LinkedHashMap<>(processes);
        virtualMachines.values().removeIf(process -> !isVirtualMachine(process));
        var recordings = new LinkedHashMap<String, Path>();
        virtualMachines.forEach((name, process) -> recordings.put(name, start(name, process)));
        var before = new LinkedHashMap<String, Long>();
        virtualMachines.forEach((name, process) -> before.put(name, process.micros()));
        var result = action.get();
        virtualMachines.forEach((name, process) -> {
            var micros = process.micros() - before.getOrDefault(name, 0L);
            jcmd(process, "JFR.stop", "name=bench");
            samples.computeIfAbsent(name, _ -> new Samples()).add(recordings.getOrDefault(name, folder), micros);
        });
        return result;
    }

    /** The tables, one for each process. */
    Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        samples.forEach((name, all) -> tables.put(name, all.table()));
        return tables;
    }

    private static boolean isVirtualMachine(ProcessCost process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }

    private Path start(String name, ProcessCost process) {
        try {
            Files.createDirectories(folder);
            var settings = Files.writeString(folder.resolve("bench.jfc"), SETTINGS);
            var recording = folder.resolve(name + ".jfr");
            jcmd(process, "JFR.configure", "stackdepth=" + DEPTH);
            jcmd(process, "JFR.start", "name=bench", "settings=" + settings, "filename=" + recording);
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void jcmd(ProcessCost process, String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(words));
        var answer = Command.run(folder, Map.of(), command);
        if (answer.contains("Could not") || answer.contains("Exception")) {
            throw new BenchException(answer);
        }
    }
}
