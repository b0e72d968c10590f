package cn.zhigong.bench.roster;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.zhigong.platform.reference.Divisions;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.PersonName;
import cn.zhigong.platform.reference.ResidentNumber;
import cn.zhigong.platform.reference.Sex;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final LocalDate TODAY = Roster.TODAY;
    private static final int ROWS = 20_000;

    @Test
    void thePlatformFindsNothingWrongWithACleanRow() {
        clean(7).stream().forEach(row -> {
            var claim = new IdentityDocument.Claim(IdentityType.RESIDENT_ID, row.identityNumber(), null, null);
            assertThat(IdentityDocument.parse(claim, TODAY).violations()).isEmpty();
            assertThat(PersonName.parse(row.name()).toOptional()).as(row.name()).contains(new PersonName(row.name()));
            assertThat(MobilePhone.parse(row.phone()).toOptional()).contains(new MobilePhone(row.phone()));
        });
    }

    @Test
    void peopleAreOfWorkingAgeAndJoinedWhenTheyWere() {
        clean(7).stream().forEach(row -> {
            var number = new ResidentNumber(row.identityNumber());
            assertThat(number.ageOn(TODAY)).isBetween(17, 59);
            assertThat(number.sex()).isEqualTo(row.man() ? Sex.MALE : Sex.FEMALE);
            assertThat(row.joinedOn()).isBetween(number.birthDate().plusYears(16), TODAY);
            assertThat(row.identityNumber().substring(14, 17)).isBetween("001", "979");
        });
    }

    @Test
    void halfOfThePeopleAreOfTheCityAndTheirPlacesAreOnTheMap() {
        var ofTheCity = clean(7).stream()
                .map(row -> row.identityNumber().substring(0, 6))
                .filter(place -> place.startsWith("31"))
                .toList();

        assertThat(ofTheCity).allMatch(place -> Divisions.shipped().find(place).isPresent());
        assertThat(part(ofTheCity.size())).isCloseTo(0.5, within(0.03));
    }

    @Test
    void namesAreAsFrequentAsTheyAre() {
        assertThat(part(count(row -> row.name().startsWith("王")))).isCloseTo(0.072, within(0.01));
        assertThat(part(count(row -> row.name().contains("·")))).isBetween(0.003, 0.03);
        assertThat(part(count(row -> row.name().codePoints().anyMatch(Character::isSupplementaryCodePoint))))
                .isBetween(0.002, 0.006);
        assertThat(part(count(RosterRow::retired))).isBetween(0.01, 0.03);
    }

    @Test
    void nobodyAndNoPhoneComesTwice() {
        var rows = new Roster(3, 0, 200_000, Dirt.NONE);

        assertThat(rows.stream().map(RosterRow::identityNumber).collect(toSet()))
                .hasSize(200_000);
        assertThat(rows.stream().map(RosterRow::phone).collect(toSet())).hasSize(200_000);
    }

    @Test
    void aSeedSaysWhoComesAndWhereARosterBeginsWhoComesFirst() {
        assertThat(clean(7).stream())
                .containsExactlyElementsOf(clean(7).stream().toList());
        assertThat(clean(7).stream().limit(100))
                .doesNotContainAnyElementsOf(clean(8).stream().limit(100).toList());
        assertThat(new Roster(7, 5_000, 100, Dirt.NONE).stream())
                .containsExactlyElementsOf(
                        clean(7).stream().skip(5_000).limit(100).toList());
    }

    @Test
    void eachFlawHasExactlyItsShare() {
        var dirt = new Dirt(Map.of(
                Flaw.DUPLICATE, 0.03,
                Flaw.CHECK_DIGIT, 0.02,
                Flaw.NO_NAME, 0.01,
                Flaw.PHONE, 0.015,
                Flaw.UNDER_16, 0.005,
                Flaw.FUTURE_JOIN_DATE, 0.0125,
                Flaw.FORMULA_NAME, 0.025));
        var rows = new Roster(7, 0, ROWS, dirt).stream().toList();

        assertThat(rows.stream()
                        .map(row -> row.identityNumber().toUpperCase(Locale.ROOT))
                        .distinct())
                .hasSize(ROWS - 600);
        assertThat(rows.stream()
                        .filter(row -> !ResidentNumber.parse(row.identityNumber(), TODAY)
                                .violations()
                                .isEmpty()))
                .hasSize(400);
        assertThat(rows.stream().filter(row -> row.name().isEmpty())).hasSize(200);
        assertThat(rows.stream()
                        .filter(row ->
                                !MobilePhone.parse(row.phone()).violations().isEmpty()))
                .hasSize(300);
        assertThat(rows.stream().filter(RosterTest::isChild)).hasSize(100);
        assertThat(rows.stream().filter(row -> row.joinedOn().isAfter(TODAY.plusYears(10))))
                .hasSize(250);
        assertThat(rows.stream()
                        .filter(row -> !row.name().isEmpty())
                        .filter(row ->
                                !PersonName.parse(row.name()).violations().isEmpty()))
                .hasSize(500)
                .allMatch(row -> "=+-@".indexOf(row.name().charAt(0)) >= 0);
    }

    private static boolean isChild(RosterRow row) {
        return ResidentNumber.parse(row.identityNumber(), TODAY)
                .toOptional()
                .filter(number -> number.ageOn(TODAY.plusYears(6)) < 16)
                .isPresent();
    }

    @Test
    void flawsAreSpreadOverTheFile() {
        var roster = new Roster(7, 0, ROWS, Dirt.parse("0.1"));
        var tenths = LongStream.range(0, ROWS)
                .filter(index -> roster.flaw(index) != null)
                .boxed()
                .collect(groupingBy(index -> index * 10 / ROWS, counting()));

        assertThat(tenths).hasSize(10);
        assertThat(tenths.values()).allMatch(count -> count > 130 && count < 270);
    }

    @Test
    void aShareIsWrittenForAllFlawsOrForEach() {
        assertThat(Dirt.parse("0.07").rows(Flaw.PHONE, 1_000)).isEqualTo(10);
        assertThat(Dirt.parse("check-digit=0.5, under-16=0.1").shares())
                .isEqualTo(Map.of(Flaw.CHECK_DIGIT, 0.5, Flaw.UNDER_16, 0.1));
        for (var wrong : new String[] {"1", "-0.1", "much", "spelling=0.1", "NaN"}) {
            assertThatThrownBy(() -> Dirt.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void thereArePeopleEnoughAndTheLastIsAsQuicklyThereAsTheFirst() {
        var city = new Roster(7, 0, 7_000_000, Dirt.parse("0.02"));

        assertThat(ResidentNumber.parse(city.row(6_999_998).identityNumber(), TODAY))
                .isNotNull();
        assertThat(new Roster(7, 100_000_000, 1, Dirt.NONE).stream()).hasSize(1);
        assertThatThrownBy(() -> new Roster(7, 0, 1_000_000_000_000L, Dirt.NONE))
                .hasMessageContaining("people from 0");
        assertThatThrownBy(() -> new Roster(7, 0, 0, Dirt.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderHasEachNumberOnce() {
        for (var size : new int[] {1, 2, 3, 5, 1_000, 4_096, 4_097}) {
            var order = new Permutation(size, 99);
            var places = LongStream.range(0, size).map(order::at).sorted().toArray();
            assertThat(places).isEqualTo(LongStream.range(0, size).toArray());
        }
    }

    @Test
    void everyFormAndGroupOccurs() {
        assertThat(clean(7).stream().map(RosterRow::form)).contains(EmploymentForm.values());
        assertThat(clean(7).stream().map(RosterRow::group).distinct())
                .containsAll(Arrays.asList(WorkerGroup.values()))
                .containsNull();
        assertThat(Stream.of(WorkerGroup.values()).map(WorkerGroup::word)).doesNotHaveDuplicates();
    }

    private static Roster clean(long seed) {
        return new Roster(seed, 0, ROWS, Dirt.NONE);
    }

    private static long count(Predicate<RosterRow> condition) {
        return clean(7).stream().filter(condition).count();
    }

    private static double part(long rows) {
        return (double) rows / ROWS;
    }
}
