package cn.zhigong.membership.joinpage;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.MALFORMED_BODY;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.membership.charter.Charters;
import cn.zhigong.membership.joining.ApplicationView;
import cn.zhigong.membership.joining.NewApplication;
import cn.zhigong.membership.joining.NewApplication.Consent;
import cn.zhigong.membership.joining.NewApplication.Consent.Purpose;
import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.http.Texts;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reference.IdentityType;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of the form as an application; says everything that is missing or misshapen at once. */
final class JoinForm {

    private static final int LONGEST = 100;

    private final Map<String, String> typed;
    private final List<Violation> violations = new ArrayList<>();

    private final int readingSeconds;

    private JoinForm(Map<String, String> typed, int readingSeconds) {
        this.typed = typed;
        this.readingSeconds = readingSeconds;
    }

    /**
     * The first value of each field of a form as a browser sends it.
     *
     * @throws cn.zhigong.platform.problem.Problem MALFORMED_BODY for what no browser sends
     */
    static Map<String, String> typed(String body) {
        try {
            Map<String, String> typed = new LinkedHashMap<>();
            new QueryStringDecoder(body, UTF_8, false)
                    .parameters()
                    .forEach((name, values) -> typed.put(name, values.getFirst()));
            return typed;
        } catch (IllegalArgumentException undecodable) {
            throw MALFORMED_BODY.problem();
        }
    }

    /** What a form for a correction begins with; personal data and consents are given anew. */
    static Map<String, String> known(ApplicationView application) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("employmentForm", application.employmentForm().name());
        var employer = application.employer();
        if (employer != null && employer.name() != null) {
            known.put("employer", employer.name());
        }
        var group = application.workerGroup();
        if (group != null) {
            known.put("workerGroup", group.name());
        }
        return known;
    }

    /**
     * What was typed, as an application that asks by a code.
     *
     * @param readingSeconds how long the texts that are agreed to have been on the page
     * @throws cn.zhigong.platform.problem.Problem INVALID_CONTENT with violations at the form's fields
     */
    static NewApplication read(Map<String, String> typed, String code, int readingSeconds) {
        return new JoinForm(typed, readingSeconds).read(code);
    }

    private NewApplication read(String code) {
        var type = chosen("type", IdentityType.class);
        var form = chosen("employmentForm", EmploymentForm.class);
        var number = required("number");
        var name = required("name");
        var birthDate = birthDate();
        var nationality = text("nationality").map(given -> given.toUpperCase(Locale.ROOT));
        var employer = text("employer").map(given -> new NewApplication.Employer(null, given));
        var group = text("workerGroup").isEmpty() ? null : chosen("workerGroup", WorkerGroup.class);
        var consents = new ArrayList<Consent>();
        consent("charter", Purpose.CHARTER, consents);
        consent("personalInformation", Purpose.PERSONAL_INFORMATION, consents);
        if (type == null || form == null || !violations.isEmpty()) {
            throw INVALID_CONTENT.problem().at(violations);
        }
        return application(
                code,
                new NewApplication.Identity(type, number, name, nationality.orElse(null), birthDate),
                employer.orElse(null),
                form,
                group,
                consents);
    }

    private static NewApplication application(
            String code,
            NewApplication.Identity identity,
            NewApplication.@Nullable Employer employer,
            EmploymentForm form,
            @Nullable WorkerGroup group,
            List<Consent> consents) {
        return new NewApplication(
                code, identity, null, employer, form, group, null, null, null, null, Charters.CURRENT, consents, false);
    }

    private Optional<String> text(String field) {
        var text = typed.getOrDefault(field, "").strip();
        if (text.length() > LONGEST) {
            violations.add(new Violation(field, "LENGTH"));
            return Optional.empty();
        }
        if (!Texts.areStorable(text)) {
            violations.add(new Violation(field, "INVALID"));
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String required(String field) {
        var text = text(field);
        if (text.isEmpty() && violations.stream().noneMatch(each -> each.field().equals(field))) {
            violations.add(new Violation(field, "REQUIRED"));
        }
        return text.orElse("");
    }

    private <E extends Enum<E>> @Nullable E chosen(String field, Class<E> choices) {
        var text = required(field);
        var found = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text))
                .findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            violations.add(new Violation(field, "INVALID"));
        }
        return found.orElse(null);
    }

    private @Nullable LocalDate birthDate() {
        var text = text("birthDate");
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeException _) {
            violations.add(new Violation("birthDate", "FORMAT"));
            return null;
        }
    }

    private void consent(String field, Purpose purpose, List<Consent> given) {
        if (typed.containsKey(field)) {
            given.add(new Consent(purpose, Charters.CURRENT, readingSeconds));
        } else {
            violations.add(new Violation(field, "CONSENT_TO_" + purpose));
        }
    }
}
