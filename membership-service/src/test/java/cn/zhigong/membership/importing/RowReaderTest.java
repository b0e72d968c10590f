package cn.zhigong.membership.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.importing.RowReader.Reading;
import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.ResidentNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final UUID OWN = new UUID(0, 1);
    private static final UUID BELOW = new UUID(0, 2);
    private static final UUID GROUP = new UUID(0, 3);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Places PLACES = new Places(OWN, true, Map.of("U-2", BELOW), Map.of(OWN, Map.of("一班", GROUP)));

    private static final List<String> HEADING =
            List.of("姓名", "证件类型", "证件号码", "出生日期", "手机号码", "工会编码", "工会小组", "入会日期", "用工形式", "职工群体", "在职状态", "国籍");

    private static Reading read(Places places, String... cells) {
        var heading = Heading.read(HEADING, ColumnMapping.USUAL).heading();
        return new RowReader(heading, places, TODAY).read(Arrays.asList(cells));
    }

    private static String[] good() {
        return new String[] {"李雷", "", number("19900307"), "", "13800001111", "", "", "", "", "", "", ""};
    }

    private static String number(String birth) {
        var digits = "110101" + birth + "001";
        return digits + ResidentNumber.checkCharacter(digits);
    }

    private static Reading with(int column, String cell) {
        var cells = good();
        cells[column] = cell;
        return read(PLACES, cells);
    }

    private static List<String> flaws(Reading reading) {
        return reading instanceof Reading.Bad bad
                ? bad.flaws().stream()
                        .map(flaw -> flaw.field() + " " + flaw.code())
                        .toList()
                : List.of();
    }

    private static RosterFacts facts(Reading reading) {
        return ((Reading.Good) reading).facts();
    }

    private static RowResult result(Reading reading) {
        return ((Reading.Bad) reading).result();
    }

    @Test
    void emptyCellsSayNothing() {
        var facts = facts(read(PLACES, good()));
        assertThat(facts).isEqualTo(new RosterFacts(OWN, null, null, null, null, false));
    }

    @Test
    void theWordsOfRostersAreUnderstood() {
        assertThat(facts(with(8, "劳务派遣")).employmentForm()).isEqualTo(EmploymentForm.DISPATCH);
        assertThat(facts(with(8, "flexible")).employmentForm()).isEqualTo(EmploymentForm.FLEXIBLE);
        assertThat(facts(with(9, "快递员")).workerGroup()).isEqualTo(WorkerGroup.COURIER);
        assertThat(facts(with(10, " 退休 ")).retired()).isTrue();
        assertThat(facts(with(10, "在职")).retired()).isFalse();
        assertThat(facts(with(6, "一班")).groupId()).isEqualTo(GROUP);
        assertThat(facts(with(5, "U-2")).organisationId()).isEqualTo(BELOW);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-01, 2019-05-01",
        "2019/5/1, 2019-05-01",
        "2019.5.1, 2019-05-01",
        "20190501, 2019-05-01",
        "2019年5月1日, 2019-05-01",
        "２０１９-05-01, 2019-05-01"
    })
    void daysAreReadAsTheyAreWritten(String written, LocalDate day) {
        assertThat(facts(with(7, written)).joinedOn()).isEqualTo(day);
    }

    @Test
    void aDayThatIsNoneOrToComeIsAFlaw() {
        assertThat(flaws(with(7, "2019-02-30"))).containsExactly("JOINED FORMAT");
        assertThat(flaws(with(7, "2019-05"))).containsExactly("JOINED FORMAT");
        assertThat(flaws(with(7, "2026-11-29"))).containsExactly("JOINED IN_THE_FUTURE");
        assertThat(flaws(with(7, "1900-01-01"))).containsExactly("JOINED FORMAT");
    }

    @Test
    void everythingThatIsWrongIsSaid() {
        var cells = good();
        cells[0] = "";
        cells[2] = number("19900307").replaceFirst("^1", "3");
        cells[4] = "12345";
        cells[9] = "宇航员";
        var reading = read(PLACES, cells);
        assertThat(flaws(reading))
                .containsExactly("NAME REQUIRED", "IDENTITY_NUMBER CHECK_DIGIT", "PHONE LENGTH", "WORKER_GROUP FORMAT");
        assertThat(result(reading)).isEqualTo(RowResult.ID_CHECK_FAILED);
    }

    /** Spreadsheets lose the last digits of a number that was not typed as a text. */
    @Test
    void aNumberThatASpreadsheetRoundedIsNoDocument() {
        assertThat(result(with(2, "1.10101199003072E17"))).isEqualTo(RowResult.ID_CHECK_FAILED);
    }

    @Test
    void nobodyUnderSixteenWorks() {
        assertThat(result(with(2, number("20101129")))).isEqualTo(RowResult.UNDER_16);
        assertThat(flaws(with(2, number("20101128")))).isEmpty();
    }

    @Test
    void aUnionThatIsNotBelowIsNotFound() {
        assertThat(result(with(5, "U-9"))).isEqualTo(RowResult.ORG_NOT_FOUND);
        var federation = new Places(OWN, false, Map.of("U-2", BELOW), Map.of());
        assertThat(result(read(federation, good()))).isEqualTo(RowResult.ORG_NOT_FOUND);
    }

    @Test
    void aGroupOfAnotherUnionIsNotFound() {
        var cells = good();
        cells[5] = "U-2";
        cells[6] = "一班";
        assertThat(flaws(read(PLACES, cells))).containsExactly("GROUP NOT_FOUND");
    }

    @Test
    void otherDocumentsNeedWhatMakesThemUnique() {
        var cells = new ArrayList<>(Arrays.asList(good()));
        cells.set(1, "护照");
        cells.set(2, "E12345678");
        var bare = read(PLACES, cells.toArray(String[]::new));
        assertThat(result(bare)).isEqualTo(RowResult.ID_CHECK_FAILED);
        cells.set(3, "1990-03-07");
        cells.set(11, "FR");
        var good = (Reading.Good) read(PLACES, cells.toArray(String[]::new));
        assertThat(good.person().identity().type()).isEqualTo(IdentityType.PASSPORT);
        assertThat(result(with(1, "学生证"))).isEqualTo(RowResult.ID_CHECK_FAILED);
    }

    @Test
    void aShortRowLacksItsLastCells() {
        assertThat(read(PLACES, "李雷", "", number("19900307"), "", "13800001111"))
                .isInstanceOf(Reading.Good.class);
        assertThat(flaws(read(PLACES, "李雷"))).containsExactly("IDENTITY_NUMBER REQUIRED", "PHONE REQUIRED");
    }
}
