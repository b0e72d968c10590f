package cn.zhigong.membership.joinpage;

import cn.zhigong.platform.problem.Catalogue;
import cn.zhigong.platform.problem.Language;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.problem.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A refusal as the page shows it.
 *
 * @param title what it is called; empty when nothing was refused
 * @param text what happened and what to do, perhaps empty
 * @param fields what is wrong with each field, by the name that the form gives it
 */
record Refusal(String title, String text, Map<String, String> fields) {

    static final Refusal NONE = new Refusal("", "", Map.of());

    /** The fields of the API's application under their names in the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "identity.number", "number",
            "identity.name", "name",
            "identity.type", "type",
            "identity.nationality", "nationality",
            "identity.birthDate", "birthDate",
            "employer.name", "employer",
            "employer.creditCode", "employer",
            "consents", "charter");

    /** Refusals that are about one field though they name none. */
    private static final Map<String, String> ABOUT = Map.of(
            "UNDER_WORKING_AGE", "number",
            "PHONE_CODE_WRONG", "otp",
            "TOO_MANY_REQUESTS", "phone");

    private static final Set<String> ABOUT_NATIONALITY = Set.of("NATIONALITY");

    static Refusal of(Problem problem, Catalogue catalogue, Language language) {
        var title = catalogue.title(problem.type(), language);
        var detail = catalogue.detail(problem, language);
        var entry = catalogue.problems().get(problem.type().name());
        var remedy = entry == null ? "" : in(entry.remedy(), language);
        var text = detail == null ? remedy : detail + " " + remedy;
        Map<String, String> fields = new LinkedHashMap<>();
        for (var violation : problem.violations()) {
            fields.putIfAbsent(field(violation), catalogue.message(violation, language));
        }
        var about = ABOUT.get(problem.type().name());
        if (about != null) {
            fields.put(about, title + (language == Language.EN ? ". " : "。") + (detail == null ? remedy : detail));
        }
        return new Refusal(title, fields.isEmpty() ? text : "", fields);
    }

    private static String field(Violation violation) {
        if (ABOUT_NATIONALITY.contains(violation.code())) {
            return "nationality";
        }
        var root = violation.field().startsWith("consents") ? "consents" : violation.field();
        return FIELDS.getOrDefault(root, root);
    }

    private static String in(Catalogue.Text text, Language language) {
        return switch (language) {
            case ZH -> text.zh();
            case EN -> text.en();
        };
    }
}
