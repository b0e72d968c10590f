package cn.zhigong.membership.importing;

import cn.zhigong.membership.member.BulkRegister;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.membership.organisation.UnionsBelow;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.table.UnreadableTableException;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the file to rows, each read for itself: in one transaction, so that a crash leaves the file and no rows. */
@Singleton
class Parsing {

    /** A file that ends the process is not read for ever. */
    private static final int MOST_ATTEMPTS = 3;

    private static final int PORTION = 2_000;

    private final RosterImports imports;
    private final RosterReading reading;
    private final RosterFiles files;
    private final RosterRows rows;
    private final BulkRegister register;
    private final UnionFinder unions;
    private final UnionsBelow below;
    private final InstantSource clock;

    Parsing(
            RosterImports imports,
            RosterReading reading,
            RosterFiles files,
            RosterRows rows,
            BulkRegister register,
            UnionFinder unions,
            UnionsBelow below,
            InstantSource clock) {
        this.imports = imports;
        this.reading = reading;
        this.files = files;
        this.rows = rows;
        this.register = register;
        this.unions = unions;
        this.below = below;
        this.clock = clock;
    }

    void step(RosterImport one) {
        var sheet = new Sheet(one);
        if (imports.attempt(one.id()) > MOST_ATTEMPTS) {
            sheet.refuse(ImportRefusal.UNPROCESSABLE, null);
            files.forget(one.id());
            return;
        }
        try {
            reading.read(files.of(one.id()), sheet::row);
            sheet.finish();
        } catch (UnreadableTableException unreadable) {
            var line = unreadable.line();
            sheet.refuse(ImportRefusal.of(unreadable.reason()), line.isPresent() ? line.getAsInt() : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.forget(one.id());
    }

    /** One file, told row by row. */
    private final class Sheet {

        private final RosterImport one;
        private final Map<Key, Integer> people = new HashMap<>();
        private final Set<Key> phones = new HashSet<>();
        private final List<RosterRows.Good> good = new ArrayList<>();
        private final Map<Integer, RowReader.Reading.Bad> bad = new LinkedHashMap<>();
        private @Nullable RowReader reader;
        private int count;

        Sheet(RosterImport one) {
            this.one = one;
        }

        void row(int line, List<String> cells) {
            if (reader == null) {
                var heading = Heading.read(cells, one.mapping()).heading();
                reader = new RowReader(heading, places(), ChinaTime.dayOf(clock.instant()));
                return;
            }
            count++;
            switch (reader.read(cells)) {
                case RowReader.Reading.Good row -> good.add(kept(line, row));
                case RowReader.Reading.Bad row -> bad.put(line, row);
            }
            if (good.size() + bad.size() == PORTION) {
                write();
            }
        }

        private Places places() {
            return new Places(
                    one.organisationId(),
                    unions.mayHoldMembers(one.organisationId()),
                    below.byCode(one.organisationId()),
                    below.groups(one.organisationId()));
        }

        /** The first who has a document or a phone is the one; whoever comes further down is the other. */
        private RosterRows.Good kept(int line, RowReader.Reading.Good good) {
            var person = Ids.next();
            var sealed = register.seal(good.person(), person);
            var first = people.putIfAbsent(new Key(sealed.identityIndex()), line);
            var another = !phones.add(new Key(sealed.phoneIndex()));
            return new RosterRows.Good(line, person, sealed, good.facts(), first, first == null && another);
        }

        private void write() {
            rows.write(one.id(), good);
            rows.writeBad(one.id(), bad);
            good.clear();
            bad.clear();
        }

        void finish() {
            if (count == 0) {
                refuse(ImportRefusal.EMPTY, null);
                return;
            }
            write();
            one.parsed(count);
        }

        void refuse(ImportRefusal reason, @Nullable Integer line) {
            rows.forget(one.id());
            one.refuse(reason, line, clock.instant());
        }
    }

    /** A blind index, compared by its bytes. */
    private record Key(long high, long low) {

        Key(byte[] index) {
            var bytes = ByteBuffer.wrap(index);
            this(bytes.getLong(), bytes.getLong());
        }
    }
}
