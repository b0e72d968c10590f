package cn.zhigong.membership.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhigong.membership.joining.NewApplication.Consent;
import cn.zhigong.membership.joining.NewApplication.Consent.Purpose;
import cn.zhigong.membership.joining.NewApplication.Identity;
import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.MobilePhone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<Consent> CONSENTS = List.of(
            new Consent(Purpose.CHARTER, "2023-10", 30), new Consent(Purpose.PERSONAL_INFORMATION, "2023-10", null));

    private static NewApplication application(
            Identity identity, @Nullable String phone, @Nullable String district, List<Consent> consents) {
        return new NewApplication(
                null,
                identity,
                phone,
                null,
                EmploymentForm.NEW_FORM,
                null,
                district,
                null,
                null,
                null,
                "2023-10",
                consents,
                null);
    }

    private static NewApplication of(String number) {
        return application(resident(number), "13812345678", null, CONSENTS);
    }

    private static Identity resident(String number) {
        return new Identity(IdentityType.RESIDENT_ID, number, "王小明", null, null);
    }

    private static Problem refusal(NewApplication wanted) {
        return catchThrowableOfType(Problem.class, () -> ApplicationRules.read(wanted, null, TODAY));
    }

    private static List<String> violations(NewApplication wanted) {
        return refusal(wanted).violations().stream()
                .map(one -> one.field() + " " + one.code())
                .toList();
    }

    @Test
    void aWrongCheckDigitIsNamed() {
        assertThat(violations(of("310115199003077517"))).containsExactly("identity.number CHECK_DIGIT");
    }

    @Test
    void anImpossibleBirthDateIsNamed() {
        assertThat(violations(of("310101200102291283"))).contains("identity.number BIRTH_DATE");
    }

    @Test
    void theNumberOfAnAbolishedCountyPasses() {
        var read = ApplicationRules.read(of("310230196812311146"), null, TODAY);
        assertThat(read.person().identity().number()).isEqualTo("310230196812311146");
    }

    @Test
    void whoTurnsSixteenTodayMayJoinAndWhoDoesTomorrowMayNot() {
        assertThat(ApplicationRules.read(of(People.born(TODAY.minusYears(16), 123)), null, TODAY)
                        .person()
                        .identity()
                        .birthDate())
                .isEqualTo(TODAY.minusYears(16));
        var tooYoung = refusal(of(People.born(TODAY.minusYears(16).plusDays(1), 123)));
        assertThat(tooYoung.type()).isEqualTo(JoinProblem.UNDER_WORKING_AGE);
    }

    @Test
    void theAgeMustBeKnown() {
        var permit = new Identity(IdentityType.HK_MACAO_PERMIT, "H12345678", "陈大文", null, null);
        assertThat(violations(application(permit, "13812345678", null, CONSENTS)))
                .containsExactly("identity.birthDate REQUIRED");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var wanted = application(resident("310115199003077517"), "12345", "999999", List.of());
        assertThat(violations(wanted))
                .contains(
                        "identity.number CHECK_DIGIT",
                        "phone LENGTH",
                        "district NOT_FOUND",
                        "consents CONSENT_TO_CHARTER",
                        "consents CONSENT_TO_PERSONAL_INFORMATION");
    }

    @Test
    void theConsentIsToTheCharterThatWasShown() {
        var other = List.of(new Consent(Purpose.CHARTER, "2018-10", 3), CONSENTS.getLast());
        assertThat(violations(application(resident("310115199003077518"), "13812345678", null, other)))
                .containsExactly("consents CONSENT_TO_OTHER_VERSION");
    }

    @Test
    void theConsentToTheUseOfPersonalDataIsToThatTextToo() {
        var other = List.of(CONSENTS.getFirst(), new Consent(Purpose.PERSONAL_INFORMATION, "2018-10", null));
        assertThat(violations(application(resident("310115199003077518"), "13812345678", null, other)))
                .containsExactly("consents CONSENT_TO_OTHER_VERSION");
    }

    @Test
    void anAbolishedDistrictStandsForItsSuccessor() {
        var wanted = application(resident("310115199003077518"), "13812345678", "310119", CONSENTS);
        assertThat(ApplicationRules.read(wanted, null, TODAY).workplace().district())
                .isEqualTo("310115");
    }

    @Test
    void aProvenPhoneCountsWhateverWasTyped() {
        var proven = new MobilePhone("13900000001");
        var wanted = application(resident("310115199003077518"), null, null, CONSENTS);
        assertThat(ApplicationRules.read(wanted, proven, TODAY).person().phone())
                .isEqualTo(proven);
    }

    @Test
    void whatIsWrittenToALogByAccidentIsMasked() {
        var read = ApplicationRules.read(of("310115199003077518"), null, TODAY);
        assertThat(read + " " + of("310115199003077518")).doesNotContain("19900307", "王小明", "12345678");
    }
}
