package cn.zhigong.membership.joinpage;

import cn.zhigong.membership.charter.Charters;
import cn.zhigong.membership.joincode.JoinCodes.Invitation;
import cn.zhigong.membership.joining.ApplicationView;
import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.privacy.Digests;
import cn.zhigong.platform.problem.Language;
import cn.zhigong.platform.reference.IdentityType;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the pages. */
@Singleton
class JoinPages {

    /**
     * What every page of a visit needs.
     *
     * @param code as it stands in the address
     * @param token proves that a form is ours
     */
    record Frame(Language language, String code, String token) {

        String switched() {
            return language == Language.EN ? "zh" : "en";
        }
    }

    private static final String FIELD = "field.";
    private static final String STYLE = "/join-page.css";

    private final Engine templates;
    private final PageWords words;
    private final Charters charters;
    private final String style = style();
    private final String policy = "default-src 'none'; style-src '" + hash(style)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    JoinPages(Engine templates, PageWords words, Charters charters) {
        this.templates = templates;
        this.words = words;
        this.charters = charters;
    }

    /** The content security policy of all pages: nothing but our own style sheet, known by its hash. */
    String policy() {
        return policy;
    }

    String phone(Frame frame, Invitation invitation, Map<String, String> typed, Refusal refusal) {
        return invited("phone", frame, invitation, refusal)
                .data("charter", charters.current(frame.language()))
                .data("typed", typed)
                .render();
    }

    String otp(Frame frame, Invitation invitation, Refusal refusal) {
        return invited("otp", frame, invitation, refusal).render();
    }

    String form(Frame frame, Invitation invitation, Map<String, String> typed, Refusal refusal) {
        return filledIn(invited("form", frame, invitation, refusal), frame, typed)
                .data("heading", invitation.organisationName())
                .data("step", Step.FORM.word())
                .render();
    }

    /** The form once more, for an application that was given back. */
    String correction(Frame frame, Map<String, String> typed, Refusal refusal) {
        return filledIn(framed("form", frame, refusal), frame, typed)
                .data("heading", say(frame, "correctionTitle"))
                .data("step", Step.CORRECTION.word())
                .render();
    }

    private TemplateInstance filledIn(TemplateInstance form, Frame frame, Map<String, String> typed) {
        return form.data("charter", charters.current(frame.language()))
                .data("typed", typed)
                .data("types", choices(frame, "type", IdentityType.values(), typed))
                .data("employmentForms", choices(frame, "employmentForm", EmploymentForm.values(), typed))
                .data("workerGroups", choices(frame, "workerGroup", WorkerGroup.values(), typed));
    }

    String result(Frame frame, ApplicationView application) {
        var submitted = application.submittedAt();
        return framed("result", frame, Refusal.NONE)
                .data("number", application.id())
                .data("state", say(frame, "state." + application.state()))
                .data("stateMeans", say(frame, "means." + application.state()))
                .data(
                        "reasons",
                        application.reasons().stream()
                                .map(reason -> say(frame, "reason." + reason))
                                .toList())
                .data("note", application.note() == null ? "" : application.note())
                .data("correctable", application.state().isWithApplicant())
                .data("submitted", submitted == null ? "" : minute(submitted))
                .render();
    }

    /** For a code that invites nobody, or a failure of ours. */
    String refused(Frame frame, Refusal refusal) {
        return framed("refused", frame, refusal).render();
    }

    private TemplateInstance invited(String template, Frame frame, Invitation invitation, Refusal refusal) {
        return framed(template, frame, refusal)
                .data("organisation", invitation.organisationName())
                .data("validUntil", minute(invitation.validUntil()));
    }

    private TemplateInstance framed(String template, Frame frame, Refusal refusal) {
        return Objects.requireNonNull(templates.getTemplate("joinpage/" + template + ".html"), template)
                .data("w", words.in(frame.language()))
                .data("labels", labels(frame))
                .data("lang", frame.language().tag())
                .data("switched", frame.switched())
                .data("switchedTag", frame.switched().equals("en") ? "en" : "zh-CN")
                .data("code", frame.code())
                .data("token", frame.token())
                .data("refusalTitle", refusal.title())
                .data("refusalText", refusal.text())
                .data("errors", refusal.fields())
                .data("style", style);
    }

    private Map<String, String> labels(Frame frame) {
        return words.in(frame.language()).entrySet().stream()
                .filter(word -> word.getKey().startsWith(FIELD))
                .collect(Collectors.toMap(word -> word.getKey().substring(FIELD.length()), Map.Entry::getValue));
    }

    private List<Map<String, Object>> choices(Frame frame, String field, Enum<?>[] values, Map<String, String> typed) {
        return Arrays.stream(values)
                .map(value -> Map.<String, Object>of(
                        "value",
                        value.name(),
                        "label",
                        say(frame, field + "." + value.name()),
                        "selected",
                        value.name().equals(typed.get(field))))
                .toList();
    }

    private String say(Frame frame, String key) {
        return words.in(frame.language()).getOrDefault(key, key);
    }

    private static String minute(Instant instant) {
        return instant.atZone(ChinaTime.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    private static String style() {
        try (var in = JoinPages.class.getResourceAsStream(STYLE)) {
            return new String(Objects.requireNonNull(in, STYLE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        var digest = Digests.sha256().digest(style.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
