package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.BIRTH_DATE;
import static cn.zhigong.platform.reference.Violation.BIRTH_IN_FUTURE;
import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.CHECK_DIGIT;
import static cn.zhigong.platform.reference.Violation.DISTRICT;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "310115199003077518",
                "310230196812311146", // Chongming county was abolished in 2016; its people keep the number
                "310101200002291288", // leap day
                "810000199408230021",
                "830000199201300022",
            })
    void publishedNumbersPass(String number) {
        assertThat(ResidentNumber.parse(number, TODAY).violations()).isEmpty();
    }

    @Test
    void tellsPlaceBirthAndSex() {
        var number = valid("310115199003077518");
        assertThat(number.districtCode()).isEqualTo("310115");
        assertThat(number.birthDate()).isEqualTo("1990-03-07");
        assertThat(number.sex()).isEqualTo(Sex.MALE);
        assertThat(valid("310230196812311146").sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThat(violations("310115199003077517")).containsExactly(CHECK_DIGIT);
        assertThat(violations("310101200102291285")).containsExactly(BIRTH_DATE);
        assertThat(violations("310101200102291283")).containsExactly(BIRTH_DATE, CHECK_DIGIT);
        assertThat(violations("31011519900307751")).containsExactly(LENGTH);
        assertThat(violations("")).containsExactly(LENGTH);
        assertThat(violations("X10115199003077518")).containsExactly(CHARACTERS);
        assertThat(violations("31011519900307751Y")).containsExactly(CHARACTERS);
        assertThat(violations("abc")).containsExactly(LENGTH, CHARACTERS);
        assertThat(violations("٣١٠١١٥١٩٩٠٠٣٠٧٧٥١٨")).containsExactly(CHARACTERS);
        assertThat(violations(complete("99999919900307751"))).isEmpty();
        assertThat(violations(complete("00011519900307751"))).containsExactly(DISTRICT);
        assertThat(violations(complete("31011517900307751"))).containsExactly(BIRTH_DATE);
    }

    @Test
    void theFutureBeginsTomorrow() {
        assertThat(violations(complete("31011520260501751"))).isEmpty();
        assertThat(violations(complete("31011520260502751"))).containsExactly(BIRTH_IN_FUTURE);
    }

    @Test
    void forgivesWidthCaseAndSpaceAround() {
        var lower = complete("31011519900307005").replace('X', 'x');
        assertThat(lower).endsWith("x");
        assertThat(valid(" " + lower + "\n").value()).isEqualTo(lower.replace('x', 'X'));
        assertThat(valid("３１０１１５１９９００３０７７５１８").value()).isEqualTo("310115199003077518");
    }

    @Test
    void fifteenDigitsAreForImportsOnly() {
        assertThat(violations("310115900307751")).containsExactly(LENGTH);
        assertThat(ResidentNumber.parseImported("310115900307751", TODAY))
                .isEqualTo(new Parsed.Valid<>(valid("310115199003077518")));
        assertThat(ResidentNumber.parseImported("310115900230751", TODAY).violations())
                .containsExactly(BIRTH_DATE);
        assertThat(ResidentNumber.parseImported("310115199003077518", TODAY).violations())
                .isEmpty();
    }

    @Test
    void ageTurnsOnTheBirthdayAndAfterALeapDay() {
        var number = valid("310115199003077518");
        assertThat(number.ageOn(LocalDate.of(2006, 3, 6))).isEqualTo(15);
        assertThat(number.ageOn(LocalDate.of(2006, 3, 7))).isEqualTo(16);
        var leapling = valid("310101200002291288");
        assertThat(leapling.ageOn(LocalDate.of(2016, 2, 28))).isEqualTo(15);
        assertThat(leapling.ageOn(LocalDate.of(2016, 2, 29))).isEqualTo(16);
        assertThat(leapling.ageOn(LocalDate.of(2018, 2, 28))).isEqualTo(17);
        assertThat(leapling.ageOn(LocalDate.of(2018, 3, 1))).isEqualTo(18);
    }

    @Test
    void cannotBeBuiltWrongAndNeverPrintsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidentNumber("310115199003077517"))
                .withMessageNotContaining("3101151990");
        assertThat(ResidentNumber.parse("310115199003077518", TODAY).toString())
                .contains("310***********7518")
                .doesNotContain("19900307");
    }

    @Test
    void everyGeneratedNumberPassesAndEverySlipOfOneKeyOrTwoNeighboursIsCaught() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var number = random(random);
            assertThat(ResidentNumber.parse(number, TODAY))
                    .as("seed %d", seed)
                    .isEqualTo(new Parsed.Valid<>(new ResidentNumber(number)));
            for (var i = 0; i < 18; i++) {
                for (var c : (i == 17 ? "0123456789X" : "0123456789").toCharArray()) {
                    var slip = number.substring(0, i) + c + number.substring(i + 1);
                    assertThat(violations(slip).isEmpty())
                            .as("%s seed %d", slip, seed)
                            .isEqualTo(slip.equals(number));
                }
            }
            for (var i = 0; i < 17; i++) {
                var swapped =
                        number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
                assertThat(violations(swapped).isEmpty())
                        .as("%s seed %d", swapped, seed)
                        .isEqualTo(swapped.equals(number));
            }
        }
    }

    static String random(Random random) {
        var place = List.of("310101", "310230", "110105", "440305", "650102").get(random.nextInt(5));
        var birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(35_000));
        return complete(place + birth.toString().replace("-", "") + "%03d".formatted(random.nextInt(1000)));
    }

    static String complete(String seventeen) {
        return seventeen + ResidentNumber.checkCharacter(seventeen);
    }

    private static ResidentNumber valid(String number) {
        return ResidentNumber.parse(number, TODAY).toOptional().orElseThrow();
    }

    private static List<Violation> violations(String number) {
        return ResidentNumber.parse(number, TODAY).violations();
    }
}
