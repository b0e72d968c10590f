package cn.zhigong.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhigong.platform.table.UnreadableTableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Reads a file and keeps what was told, or why it was refused. */
final class Told {
    static final TableLimits LIMITS = new TableLimits(1_000, 20, 200, 1 << 20);

    private Told() {}

    /** The cells by their line. */
    static SequencedMap<Integer, List<String>> rows(Content content, TableLimits limits) {
        var rows = new TreeMap<Integer, List<String>>();
        try {
            Tables.read(content, limits, rows::put);
        } catch (UnreadableTableException | IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    static SequencedMap<Integer, List<String>> rows(byte[] file) {
        return rows(content(file), LIMITS);
    }

    static SequencedMap<Integer, List<String>> rows(String csv) {
        return rows(csv.getBytes(StandardCharsets.UTF_8));
    }

    static List<List<String>> cells(byte[] file) {
        return new ArrayList<>(rows(file).values());
    }

    static List<List<String>> cells(String csv) {
        return cells(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** The reason, and the line if there is one: {@code MALFORMED 3}. */
    static String refusal(Content content, TableLimits limits) {
        var refused =
                catchThrowableOfType(UnreadableTableException.class, () -> Tables.read(content, limits, (_, _) -> {}));
        assertThat(refused).isNotNull();
        return refused.reason()
                + (refused.line().isPresent() ? " " + refused.line().getAsInt() : "");
    }

    static String refusal(byte[] file) {
        return refusal(content(file), LIMITS);
    }

    static String refusal(String csv) {
        return refusal(csv.getBytes(StandardCharsets.UTF_8));
    }

    static Reason reason(byte[] file) {
        return Reason.valueOf(refusal(file).split(" ", -1)[0]);
    }

    static Content content(byte[] file) {
        return () -> new ByteArrayInputStream(file);
    }
}
