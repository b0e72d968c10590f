package cn.zhigong.bench.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of file in which rosters come. */
public enum RosterFormat {
    /** UTF-8 with a byte order mark, as spreadsheets write it. */
    CSV {
        @Override
        public void write(Roster roster, OutputStream out) throws IOException {
            CsvFile.write(roster, out, UTF_8);
        }
    },
    /** As spreadsheets in Chinese write it when nobody asks for UTF-8. */
    CSV_GB18030 {
        @Override
        public void write(Roster roster, OutputStream out) throws IOException {
            CsvFile.write(roster, out, Charset.forName("GB18030"));
        }
    },
    XLSX {
        @Override
        public void write(Roster roster, OutputStream out) throws IOException {
            XlsxFile.write(roster, out);
        }
    };

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Writes the whole roster; the stream is the caller's to close. */
    public abstract void write(Roster roster, OutputStream out) throws IOException;

    /** What a file's name ends in. */
    public String extension() {
        return this == XLSX ? "xlsx" : "csv";
    }

    public String mediaType() {
        return this == XLSX ? WORKBOOK : "text/csv";
    }

    static RosterFormat parse(String word) {
        return Stream.of(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no format '%s'".formatted(word)));
    }

    /** As a command says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
