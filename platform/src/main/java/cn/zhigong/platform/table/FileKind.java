package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.EMPTY;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.ENCRYPTED;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.NOT_A_TABLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** What a file is, by its first bytes; names and declared types are whatever the uploader likes. */
enum FileKind {
    NOTHING {
        @Override
        void read(Content content, TableLimits limits, Rows rows) throws IOException {
            throw new Refusal(EMPTY);
        }
    },
    ZIP {
        @Override
        void read(Content content, TableLimits limits, Rows rows) throws IOException {
            Workbook.read(new Parts(content, limits), limits, rows);
        }
    },
    COMPOUND {
        @Override
        void read(Content content, TableLimits limits, Rows rows) throws IOException {
            throw new Refusal(CompoundFile.isEncrypted(content, limits) ? ENCRYPTED : NOT_A_TABLE);
        }
    },
    TEXT {
        @Override
        void read(Content content, TableLimits limits, Rows rows) throws IOException {
            Csv.read(content, limits, rows);
        }
    },
    OTHER {
        @Override
        void read(Content content, TableLimits limits, Rows rows) throws IOException {
            throw new Refusal(NOT_A_TABLE);
        }
    };

    private static final int HEAD = 4_096;
    private static final byte[] ZIP_ENTRY = HexFormat.of().parseHex("504b0304");
    private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RTF = "{\\rtf".getBytes(StandardCharsets.US_ASCII);

    /** Tells its rows, or refuses. */
    abstract void read(Content content, TableLimits limits, Rows rows) throws IOException;

    static FileKind of(Content content) throws IOException {
        try (var in = ContentStream.open(content)) {
            return of(in.readNBytes(HEAD));
        }
    }

    private static FileKind of(byte[] head) {
        if (head.length == 0) {
            return NOTHING;
        }
        if (startsWith(head, ZIP_ENTRY)) {
            return ZIP;
        }
        if (startsWith(head, OLE2)) {
            return COMPOUND;
        }
        if (startsWith(head, PDF) || startsWith(head, RTF)) {
            return OTHER;
        }
        return Encoding.marked(head).isPresent() || !hasControls(head) ? TEXT : OTHER;
    }

    private static boolean hasControls(byte[] head) {
        for (var one : head) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
