package cn.zhigong.membership.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhigong.membership.joining.ApplicationReader.Known;
import cn.zhigong.membership.joining.NewApplication.Consent;
import cn.zhigong.membership.joining.NewApplication.Consent.Purpose;
import cn.zhigong.membership.joining.NewApplication.Dispatch;
import cn.zhigong.membership.joining.NewApplication.Employer;
import cn.zhigong.membership.joining.NewApplication.Identity;
import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.MobilePhone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationReaderTest {

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

    private static Known known(@Nullable MobilePhone proven) {
        return new Known(proven, null, TODAY);
    }

    private static NewApplication of(String number) {
        return application(resident(number), "13812345678", null, CONSENTS);
    }

    private static Identity resident(String number) {
        return new Identity(IdentityType.RESIDENT_ID, number, "王小明", null, null);
    }

    private static Problem refusal(NewApplication wanted) {
        return catchThrowableOfType(Problem.class, () -> ApplicationReader.read(wanted, known(null)));
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
        var read = ApplicationReader.read(of("310230196812311146"), known(null));
        assertThat(read.person().identity().number()).isEqualTo("310230196812311146");
    }

    @Test
    void whoTurnsSixteenTodayMayJoinAndWhoDoesTomorrowMayNot() {
        assertThat(ApplicationReader.read(of(People.born(TODAY.minusYears(16), 123)), known(null))
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
        assertThat(ApplicationReader.read(wanted, known(null)).workplace().district())
                .isEqualTo("310115");
    }

    @Test
    void aProvenPhoneCountsWhateverWasTyped() {
        var proven = new MobilePhone("13900000001");
        var wanted = application(resident("310115199003077518"), null, null, CONSENTS);
        assertThat(ApplicationReader.read(wanted, known(proven)).person().phone())
                .isEqualTo(proven);
    }

    @Test
    void whatIsWrittenToALogByAccidentIsMasked() {
        var read = ApplicationReader.read(of("310115199003077518"), known(null));
        assertThat(read + " " + of("310115199003077518")).doesNotContain("19900307", "王小明", "12345678");
    }

    private static NewApplication at(
            EmploymentForm form,
            @Nullable String district,
            @Nullable String street,
            @Nullable String employer,
            @Nullable String zone,
            NewApplication.@Nullable Dispatch dispatch) {
        return new NewApplication(
                null,
                resident("310115199003077518"),
                "13812345678",
                new Employer(null, employer),
                form,
                null,
                district,
                street,
                zone,
                dispatch,
                "2023-10",
                CONSENTS,
                null);
    }

    @Test
    void aStreetLiesInTheDistrictThatIsNamedBesideIt() {
        assertThat(violations(at(EmploymentForm.NEW_FORM, "310114", "310115001", null, null, null)))
                .containsExactly("street OUTSIDE_THE_DISTRICT");
        var alone = at(EmploymentForm.NEW_FORM, null, "310115001", null, null, null);
        assertThat(ApplicationReader.read(alone, known(null)).workplace().district())
                .isEqualTo("310115");
        var abolished = at(EmploymentForm.NEW_FORM, "310119", "310115001", null, null, null);
        assertThat(ApplicationReader.read(abolished, known(null)).workplace().district())
                .isEqualTo("310115");
    }

    /** 劳动合同法 §64 gives the choice to dispatched workers; not everybody who is one knows of it. */
    @Test
    void onlyADispatchedWorkerHasTheChoiceAndNobodyMustMakeIt() {
        var choice = new Dispatch(Dispatch.Choice.USING_UNIT, new Employer(null, "某物流公司"));
        assertThat(violations(at(EmploymentForm.CONTRACT, null, null, null, null, choice)))
                .containsExactly("dispatch NOT_DISPATCHED");
        var made = at(EmploymentForm.DISPATCH, null, null, null, null, choice);
        assertThat(ApplicationReader.read(made, known(null)).workplace().dispatchChoice())
                .isEqualTo(Dispatch.Choice.USING_UNIT);
        var none = at(EmploymentForm.DISPATCH, null, null, null, null, null);
        assertThat(ApplicationReader.read(none, known(null)).workplace().dispatchChoice())
                .isNull();
    }

    @Test
    void namesThatOfficersReadHideNothing() {
        var unit = new Dispatch(Dispatch.Choice.USING_UNIT, new Employer(null, "\u200B某物流公司"));
        assertThat(violations(at(EmploymentForm.DISPATCH, null, null, "某\u202E公司", "Z\u00AD1", unit)))
                .containsExactlyInAnyOrder(
                        "employer.name INVISIBLE", "zone INVISIBLE", "dispatch.usingUnit.name INVISIBLE");
        var spaced = at(EmploymentForm.NEW_FORM, null, null, " 某\u3000\u3000公司 ", " ", null);
        var read = ApplicationReader.read(spaced, known(null)).workplace();
        assertThat(read.employerName()).isEqualTo("某 公司");
        assertThat(read.zone()).isNull();
    }

    @Test
    void aCorrectionThatAgreesToNothingAnewKeepsTheCharter() {
        assertThat(ConsentRules.violations("2023-10", null, "2023-10")).isEmpty();
        assertThat(ConsentRules.violations("2023-10", null, "2018-10")).containsExactly("CONSENT_TO_OTHER_VERSION");
        assertThat(ConsentRules.violations("2023-10", List.of(CONSENTS.getFirst(), CONSENTS.getFirst()), null))
                .containsExactly("DUPLICATE", "CONSENT_TO_PERSONAL_INFORMATION");
    }
}
