package cn.zhigong.bench.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.table.TableLimits;
import cn.zhigong.platform.table.Tables;
import cn.zhigong.platform.table.UnreadableTableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterFormatTest {

    private static final Roster ROSTER = new Roster(7, 0, 3_000, Dirt.parse("0.1"));
    private static final TableLimits LIMITS = new TableLimits(10_000, 20, 1_000, 100_000_000);

    @ParameterizedTest
    @EnumSource
    void thePlatformReadsWhatWasWritten(RosterFormat format) throws IOException, UnreadableTableException {
        var file = written(format, ROSTER);
        var lines = new ArrayList<List<String>>();

        Tables.read(() -> new ByteArrayInputStream(file), LIMITS, (_, cells) -> lines.add(List.copyOf(cells)));

        assertThat(lines.getFirst())
                .isEqualTo(columns().map(RosterColumn::heading).toList());
        assertThat(lines.subList(1, lines.size()))
                .containsExactlyElementsOf(
                        ROSTER.stream().map(RosterFormatTest::texts).toList());
    }

    private static List<String> texts(RosterRow row) {
        return columns().map(column -> column.of(row).text()).toList();
    }

    private static Stream<RosterColumn> columns() {
        return Stream.of(RosterColumn.values());
    }

    @ParameterizedTest
    @EnumSource
    void oneSeedIsOneFile(RosterFormat format) throws IOException {
        assertThat(written(format, ROSTER)).isEqualTo(written(format, new Roster(7, 0, 3_000, Dirt.parse("0.1"))));
    }

    private static byte[] written(RosterFormat format, Roster roster) throws IOException {
        var file = new ByteArrayOutputStream();
        format.write(roster, file);
        return file.toByteArray();
    }

    @Test
    void aSheetHasNoRoomForMoreThanExcelShows() {
        var roster = new Roster(7, 0, 1 << 20, Dirt.NONE);

        assertThatThrownBy(() -> RosterFormat.XLSX.write(roster, OutputStream.nullOutputStream()))
                .hasMessageContaining("1048575");
    }

    @Test
    void theCommandWritesTheFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("roster.csv");

        RosterCommand.run(List.of("--rows", "12", "--seed", "7", "--dirty", "no-name=0.25", "--out", file.toString()));

        assertThat(Files.readAllLines(file))
                .hasSize(13)
                .filteredOn(line -> line.startsWith(","))
                .hasSize(3);
        assertThatThrownBy(() -> RosterCommand.run(List.of("--rows", "12"))).hasMessageContaining("--out FILE");
        assertThatThrownBy(() -> RosterCommand.run(List.of("--size", "12"))).hasMessageContaining("--out FILE");
        assertThatThrownBy(() -> RosterCommand.run(List.of("--rows", "many", "--out", file.toString())))
                .hasMessageContaining("--out FILE");
    }
}
