package cn.zhigong.systemtests.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What all users did and were told, kept as JSON lines while it happens, so that a run that breaks off has one too. */
final class History implements AutoCloseable {

    /**
     * A try that brought no usable answer.
     *
     * @param at by the clock that logs go by
     * @param atNs when it ended
     * @param what a status, or the kind of exception
     */
    record Trouble(String at, long atNs, String op, String what, double seconds) {

        boolean beganBefore(long ns) {
            return !beganAfter(ns);
        }

        boolean beganAfter(long ns) {
            return atNs - seconds * 1e9 > ns;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Op> ops = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Throwable> broken = new ArrayList<>();
    private final Writer file;
    private final Writer troublesFile;

    private History(Writer file, Writer troublesFile) {
        this.file = file;
        this.troublesFile = troublesFile;
    }

    static History writtenTo(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var troubles = path.resolveSibling(path.getFileName().toString().replace(".jsonl", ".troubles.jsonl"));
            return new History(Files.newBufferedWriter(path), Files.newBufferedWriter(troubles));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Op> read(Path path) throws IOException {
        var ops = new ArrayList<Op>();
        for (var line : Files.readAllLines(path)) {
            ops.add(JSON.readValue(line, Op.class));
        }
        return ops;
    }

    synchronized void add(Op op) {
        ops.add(op);
        write(file, op);
    }

    synchronized void trouble(Trouble trouble) {
        troubles.add(trouble);
        write(troublesFile, trouble);
    }

    private static void write(Writer file, Object line) {
        try {
            file.write(JSON.writeValueAsString(line));
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a user met that no user may meet, whatever fails. */
    synchronized void broken(Throwable cause) {
        broken.add(cause);
    }

    synchronized List<Throwable> broken() {
        return List.copyOf(broken);
    }

    synchronized List<Op> ops() {
        return List.copyOf(ops);
    }

    /** The tries without a usable answer that ended at this time or later. */
    synchronized List<Trouble> troublesSince(long ns) {
        return troubles.stream().filter(trouble -> trouble.atNs() >= ns).toList();
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
            troublesFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
