package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.ImportProblem.UNREADABLE_FILE;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import cn.zhigong.platform.privacy.Digests;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reference.VisibleText;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.table.Content;
import cn.zhigong.platform.table.UnreadableTableException;
import cn.zhigong.platform.table.UnreadableTableException.Reason;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes a file in: what can be said of it at once is said at once, by its heading; the rows are read later. */
@Singleton
class Receiving {

    private static final int LONGEST_NAME = 200;

    /** The name of a file is shown and kept; it is no place for the number of somebody. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{6,}");

    private final Importing importing;
    private final RosterReading reading;

    Receiving(Importing importing, RosterReading reading) {
        this.importing = importing;
        this.reading = reading;
    }

    ImportView receive(Caller officer, UUID organisation, String fileName, Path file, ColumnMapping mapping) {
        importing.admitUpload(officer, organisation);
        Content content = () -> Files.newInputStream(file);
        var heading = heading(content, mapping);
        return importing.file(
                officer,
                new Upload(organisation, name(fileName), size(file), Digests.sha256(file), mapping, heading.ignored()),
                content);
    }

    private static String name(String given) {
        var name = VisibleText.normalised(given);
        if (!VisibleText.isVisible(name) || name.length() > LONGEST_NAME) {
            throw INVALID_CONTENT.at("file", "FILE_NAME");
        }
        return NUMBER.matcher(name).replaceAll("…");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Heading heading(Content content, ColumnMapping mapping) {
        var found = Heading.read(firstRow(content), mapping);
        if (!found.defects().isEmpty()) {
            throw INVALID_CONTENT
                    .problem()
                    .at(found.defects().stream().map(Receiving::violation).toList());
        }
        return found.heading();
    }

    private static Violation violation(Heading.Defect defect) {
        return switch (defect) {
            case Heading.Defect.Missing(var field) -> new Violation(inMapping(field), "COLUMN_MISSING");
            case Heading.Defect.Ambiguous(var field) -> new Violation(inMapping(field), "COLUMN_AMBIGUOUS");
        };
    }

    private static String inMapping(RosterField field) {
        return "mapping." + field.inMapping();
    }

    private List<String> firstRow(Content content) {
        try {
            reading.readNow(content, (line, cells) -> {
                throw new FirstRow(cells);
            });
        } catch (FirstRow first) {
            return first.cells;
        } catch (UnreadableTableException unreadable) {
            throw refusal(unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("A table without rows was read");
    }

    private static Problem refusal(UnreadableTableException unreadable) {
        if (unreadable.reason() == Reason.NOT_A_TABLE) {
            return UNSUPPORTED_MEDIA_TYPE.problem();
        }
        var problem = UNREADABLE_FILE.with("reason", unreadable.reason());
        return unreadable.line().isPresent()
                ? problem.with("line", unreadable.line().getAsInt())
                : problem;
    }

    /** Stops the reading; it is no error and has no stack trace. */
    private static final class FirstRow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> cells;

        FirstRow(List<String> cells) {
            super(null, null, false, false);
            this.cells = cells;
        }
    }
}
