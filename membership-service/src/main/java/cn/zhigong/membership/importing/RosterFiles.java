package cn.zhigong.membership.importing;

import cn.zhigong.platform.privacy.FieldAddress;
import cn.zhigong.platform.privacy.FieldCipher;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.table.Content;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Uploaded files until they are read: encrypted, in parts, so that any instance can go on where another died. */
@Singleton
class RosterFiles {

    private static final int PART = 512 * 1024;

    private final Sql sql;
    private final FieldCipher cipher;

    RosterFiles(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    void keep(UUID importId, Content file) throws IOException {
        try (var bytes = file.open()) {
            var number = 0;
            for (var part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
                var id = Ids.next();
                sql.update(
                        "insert into roster_file_part (import_id, number, id, bytes) values (?, ?, ?, ?)",
                        importId,
                        number++,
                        id,
                        cipher.encrypt(part, at(id)));
            }
        }
    }

    Content of(UUID importId) {
        return () -> new Parts(importId);
    }

    void forget(UUID importId) {
        sql.update("delete from roster_file_part where import_id = ?", importId);
    }

    private static FieldAddress at(UUID part) {
        return new FieldAddress("roster_file_part", "bytes", part);
    }

    /** One part after the other, each fetched when the one before is used up. */
    private final class Parts extends InputStream {

        private final UUID importId;
        private int number;
        private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

        Parts(UUID importId) {
            this.importId = importId;
        }

        @Override
        public int read() {
            return ready() ? part.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            return ready() ? part.read(into, offset, length) : -1;
        }

        /** Whole parts are passed over without being fetched: a workbook is opened once for each thing in it. */
        @Override
        public long skip(long bytes) {
            var here = Math.min(bytes, part.available());
            var skipped = part.skip(here);
            var whole = (bytes - here) / PART;
            number += (int) whole;
            return skipped + whole * PART;
        }

        private boolean ready() {
            if (part.available() > 0) {
                return true;
            }
            var next = sql.first(
                    "select id, bytes from roster_file_part where import_id = ? and number = ?",
                    row -> cipher.decryptBytes(row.bytes("bytes"), at(row.uuid("id"))),
                    importId,
                    number++);
            next.ifPresent(bytes -> part = new ByteArrayInputStream(bytes));
            return next.isPresent();
        }
    }
}
