package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.IdentityType.FOREIGN_PERMANENT;
import static cn.zhigong.platform.reference.IdentityType.HK_MACAO_PERMIT;
import static cn.zhigong.platform.reference.IdentityType.HK_MACAO_RESIDENCE;
import static cn.zhigong.platform.reference.IdentityType.PASSPORT;
import static cn.zhigong.platform.reference.IdentityType.RESIDENT_ID;
import static cn.zhigong.platform.reference.IdentityType.TAIWAN_PERMIT;
import static cn.zhigong.platform.reference.IdentityType.TAIWAN_RESIDENCE;
import static cn.zhigong.platform.reference.Violation.BIRTH_DATE;
import static cn.zhigong.platform.reference.Violation.BIRTH_DATE_MISMATCH;
import static cn.zhigong.platform.reference.Violation.BIRTH_IN_FUTURE;
import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.DISTRICT;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static cn.zhigong.platform.reference.Violation.NATIONALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhigong.platform.reference.IdentityDocument.Claim;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityDocumentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate BIRTH = LocalDate.of(1990, 3, 7);

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 310115199003077518",
        "HK_MACAO_RESIDENCE, 810000199408230021",
        "TAIWAN_RESIDENCE, 830000199201300022",
        "FOREIGN_PERMANENT, abc110012345678",
        "HK_MACAO_PERMIT, h12345678",
        "HK_MACAO_PERMIT, M1234567801",
        "TAIWAN_PERMIT, 12345678",
        "TAIWAN_PERMIT, 1234567801",
        "TAIWAN_PERMIT, 1234567801(B)",
    })
    void eachKindHasItsFormat(IdentityType type, String number) {
        assertThat(parse(type, number).violations()).isEmpty();
    }

    @Test
    void foreignResidentsHaveTwoGenerationsOfNumbers() {
        assertThat(parse(FOREIGN_PERMANENT, ResidentNumberTest.complete("93184019900307751"))
                        .violations())
                .isEmpty();
        assertThat(parse(FOREIGN_PERMANENT, "310115199003077518").violations()).containsExactly(DISTRICT);
        assertThat(parse(FOREIGN_PERMANENT, "AB1110012345678").violations()).containsExactly(CHARACTERS);
    }

    @Test
    void aNumberOfAnotherKindIsRefused() {
        assertThat(parse(RESIDENT_ID, "810000199408230021").violations()).containsExactly(DISTRICT);
        assertThat(parse(HK_MACAO_RESIDENCE, "830000199201300022").violations()).containsExactly(DISTRICT);
        assertThat(parse(TAIWAN_RESIDENCE, "310115199003077518").violations()).containsExactly(DISTRICT);
        assertThat(parse(HK_MACAO_PERMIT, "T1234567").violations()).containsExactly(LENGTH, CHARACTERS);
        assertThat(parse(TAIWAN_PERMIT, "1234567B").violations()).containsExactly(CHARACTERS);
        assertThat(parse(TAIWAN_PERMIT, "123456789").violations()).containsExactly(LENGTH);
    }

    @Test
    void theNumberTellsTheBirthDateAndMayNotBeContradicted() {
        var document = valid(new Claim(RESIDENT_ID, "310115199003077518", null, null));
        assertThat(document.birthDate()).isEqualTo(BIRTH);
        assertThat(parse(new Claim(RESIDENT_ID, "310115199003077518", null, BIRTH.plusDays(1)))
                        .violations())
                .containsExactly(BIRTH_DATE_MISMATCH);
        assertThat(parse(new Claim(TAIWAN_PERMIT, "12345678", null, TODAY.plusDays(1)))
                        .violations())
                .containsExactly(BIRTH_IN_FUTURE);
    }

    @Test
    void aPassportNeedsItsCountryAndABirthDate() {
        assertThat(parse(PASSPORT, "e1234567").violations()).containsExactly(BIRTH_DATE, NATIONALITY);
        assertThat(parse(new Claim(PASSPORT, "E1234567", "Atlantis", BIRTH)).violations())
                .containsExactly(NATIONALITY);
        assertThat(parse(new Claim(PASSPORT, "E-12", "FR", BIRTH)).violations()).containsExactly(LENGTH, CHARACTERS);
        assertThatIllegalArgumentException().isThrownBy(() -> new IdentityDocument(PASSPORT, "E1234567", "FR", null));
    }

    @Test
    void theCanonicalTextIsTheSameHoweverADocumentIsTyped() {
        var typed = valid(new Claim(PASSPORT, " ｅ1234567", "fra", BIRTH));
        assertThat(typed.canonical()).isEqualTo("PASSPORT|FR|E1234567|1990-03-07");
        assertThat(valid(new Claim(PASSPORT, "E1234567", "FR", BIRTH))).isEqualTo(typed);
    }

    @Test
    void passportsWithOneNumberAreDifferentByCountryAndByBirthDate() {
        var french = valid(new Claim(PASSPORT, "E1234567", "FR", BIRTH)).canonical();
        assertThat(valid(new Claim(PASSPORT, "E1234567", "DE", BIRTH)).canonical())
                .isNotEqualTo(french);
        assertThat(valid(new Claim(PASSPORT, "E1234567", "FR", BIRTH.plusDays(1)))
                        .canonical())
                .isNotEqualTo(french);
    }

    @Test
    void aReplacedPermitIsStillTheSameDocument() {
        assertThat(valid(new Claim(HK_MACAO_PERMIT, "H1234567802", null, null)).canonical())
                .isEqualTo(valid(new Claim(HK_MACAO_PERMIT, "H12345678", null, null))
                        .canonical());
    }

    @Test
    void whatNormalisationGivesReadsAsItself() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var document = valid(new Claim(RESIDENT_ID, ResidentNumberTest.random(random), null, null));
            assertThat(valid(new Claim(document.type(), document.number(), null, document.birthDate())))
                    .as("seed %d", seed)
                    .isEqualTo(document);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyTextOfAnyKindGivesAnAnswer(IdentityType type) {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var alphabet = "0129XxHMa()－１😀é \u0000\u202E";
        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            assertThat(parse(type, text.toString())).as("seed %d", seed).isNotNull();
        }
        assertThat(parse(type, "").violations()).contains(LENGTH);
    }

    @Test
    void neverPrintsTheNumber() {
        var claim = new Claim(PASSPORT, "E1234567", "FR", BIRTH);
        assertThat(claim.toString()).isEqualTo("PASSPORT ******67");
        assertThat(valid(claim).toString()).isEqualTo("PASSPORT ******67");
        assertThat(parse(RESIDENT_ID, "310115199003077518").toString()).doesNotContain("19900307");
    }

    private static IdentityDocument valid(Claim claim) {
        return parse(claim).toOptional().orElseThrow();
    }

    private static Parsed<IdentityDocument> parse(IdentityType type, String number) {
        return parse(new Claim(type, number, null, null));
    }

    private static Parsed<IdentityDocument> parse(Claim claim) {
        return IdentityDocument.parse(claim, TODAY);
    }
}
