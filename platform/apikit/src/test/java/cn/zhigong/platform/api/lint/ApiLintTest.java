package cn.zhigong.platform.api.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is broken at least once here, or nobody would know that it sees anything. */
class ApiLintTest {

    private static final String NOTES = "/paths/~1v1~1notes";
    private static final String LIST = NOTES + "/get";
    private static final String WRITE = NOTES + "/post";
    private static final String CHANGE = "/paths/~1v1~1notes~1{id}/patch";
    private static final String BURN = "/paths/~1v1~1notes~1{id}~1burn/post";
    private static final String FIELDS = "/components/schemas/NewNote/properties";
    private static final String BODY = WRITE + "/requestBody/content/application~1json";

    private static final Conventions CONVENTIONS = Conventions.ofPlatform()
            .without("getCalendar")
            .withPublic("postNoteBurn")
            .withVerbs("burn");

    static Stream<Mutant> mutants() {
        return Stream.of(document(), operations(), addresses(), headers(), names(), schemas(), examples())
                .flatMap(List::stream);
    }

    private static List<Mutant> document() {
        return List.of(
                new Mutant(DocumentRule.IS_OPENAPI_31, "an old document", "/openapi", "\"3.0.3\""),
                new Mutant(DocumentRule.IS_OPENAPI_31, "a document without a title", "/info/title", ""),
                new Mutant(DocumentRule.REFERENCES_LEAD_SOMEWHERE, "a lost component", "/components/schemas/Note", ""),
                new Mutant(
                        DocumentRule.COMPONENTS_ARE_USED,
                        "a component that nobody needs",
                        "/components/schemas/Other",
                        "{\"type\": \"object\"}"),
                new Mutant(DocumentRule.TAGS_ARE_DECLARED, "an operation without a tag", LIST + "/tags", ""),
                new Mutant(DocumentRule.TAGS_ARE_DECLARED, "an unknown tag", LIST + "/tags", "[\"other\"]"),
                new Mutant(
                        DocumentRule.PARAMETERS_ARE_WHOLE,
                        "a parameter nowhere",
                        LIST + "/parameters/2/in",
                        "\"body\""),
                new Mutant(
                        DocumentRule.PARAMETERS_ARE_WHOLE,
                        "a part of a path that may be missing",
                        CHANGE + "/parameters/0/required",
                        ""),
                new Mutant(
                        DocumentRule.PARAMETERS_ARE_WHOLE, "a parameter of no form", LIST + "/parameters/2/schema", ""),
                new Mutant(
                        DocumentRule.PATH_VARIABLES_ARE_DECLARED,
                        "a variable of another name",
                        CHANGE + "/parameters/0/name",
                        "\"noteId\""),
                new Mutant(
                        DocumentRule.ANSWERS_ARE_DESCRIBED,
                        "an answer without words",
                        "/components/responses/Refused/description",
                        ""));
    }

    private static List<Mutant> operations() {
        return List.of(
                new Mutant(OperationRule.IDS_ARE_UNIQUE, "an id twice", LIST + "/operationId", "\"postNotes\""),
                new Mutant(OperationRule.IDS_ARE_UNIQUE, "an id with a space", LIST + "/operationId", "\"get notes\""),
                new Mutant(
                        OperationRule.SUMMARIES_ARE_IN_BOTH_LANGUAGES,
                        "a summary without Chinese",
                        LIST + "/summary",
                        "\"One's notes.\""),
                new Mutant(OperationRule.FILTERS_ARE_EXPLAINED, "a filter without words", LIST + "/description", ""),
                new Mutant(OperationRule.WHO_MAY_CALL_IS_SAID, "an open door", LIST + "/security", "[]"),
                new Mutant(OperationRule.WHO_MAY_CALL_IS_SAID, "a door opened unlisted", LIST + "/x-public", "true"),
                new Mutant(OperationRule.WHO_MAY_CALL_IS_SAID, "a listed door that is shut", BURN + "/x-public", ""),
                new Mutant(
                        OperationRule.SUCCESS_AND_REFUSAL_ARE_DOCUMENTED,
                        "an operation that never succeeds",
                        LIST + "/responses/200",
                        ""),
                new Mutant(OperationRule.REFUSALS_ARE_DOCUMENTED, "no 401", LIST + "/responses/401", ""),
                new Mutant(OperationRule.REFUSALS_ARE_DOCUMENTED, "no 403", LIST + "/responses/403", ""),
                new Mutant(OperationRule.REFUSALS_ARE_DOCUMENTED, "no 404", CHANGE + "/responses/404", ""),
                new Mutant(OperationRule.REFUSALS_ARE_DOCUMENTED, "no 428", CHANGE + "/responses/428", ""),
                new Mutant(OperationRule.REFUSALS_ARE_DOCUMENTED, "no 422", WRITE + "/responses/422", ""),
                new Mutant(
                        OperationRule.REFUSALS_ARE_PROBLEMS,
                        "a refusal in plain JSON",
                        "/components/responses/Refused/content",
                        "{\"application/json\": {}}"),
                new Mutant(OperationRule.DEPRECATION_HAS_AN_END, "an end without a date", BURN + "/x-sunset", ""));
    }

    private static List<Mutant> addresses() {
        return List.of(
                path(AddressRule.PATHS_ARE_KEBAB_CASE, "a path in camelCase", "/v1/myNotes"),
                path(AddressRule.PATHS_END_WITHOUT_A_SLASH, "a slash at the end", "/v1/others/"),
                path(AddressRule.COLLECTIONS_ARE_PLURALS, "a singular", "/v1/note/{id}"),
                path(AddressRule.PATHS_ARE_TOLD_APART, "a path twice", "/v1/notes/{number}"),
                path(AddressRule.PATHS_REPEAT_NO_METHOD, "a method in a path", "/v1/get-notes"),
                path(AddressRule.VERBS_END_A_POST, "a verb in the middle", "/v1/notes/{id}/burn/ashes"),
                new Mutant(
                        AddressRule.VERBS_END_A_POST,
                        "a verb that is not in the dictionary",
                        "/paths/~1v1~1notes~1{id}~1tear",
                        "{\"post\": {}}"),
                new Mutant(
                        AddressRule.ADDRESSES_NAME_NOBODY,
                        "a phone in an address",
                        LIST + "/parameters/2/name",
                        "\"phone\""));
    }

    private static Mutant path(ApiRule rule, String what, String path) {
        return new Mutant(rule, what, "/paths/" + Place.escaped(path), "{\"get\": {}}");
    }

    private static List<Mutant> headers() {
        return List.of(
                new Mutant(
                        HeaderRule.POSTS_CAN_BE_REPEATED,
                        "a POST without a key",
                        WRITE + "/parameters/0/name",
                        "\"Other\""),
                new Mutant(
                        HeaderRule.CHANGES_NAME_THEIR_VERSION,
                        "an optional If-Match",
                        CHANGE + "/parameters/1/required",
                        ""),
                new Mutant(
                        HeaderRule.CHANGES_ARE_MERGE_PATCHES,
                        "a PATCH with plain JSON",
                        CHANGE + "/requestBody/content",
                        "{\"application/json\": {}}"),
                new Mutant(
                        HeaderRule.CHANGES_REQUIRE_NOTHING,
                        "a patch that must be whole",
                        CHANGE + "/requestBody/content/application~1merge-patch+json/schema/required",
                        "[\"text\"]"),
                new Mutant(HeaderRule.VERSIONED_ANSWERS_HAVE_A_TAG, "no ETag", CHANGE + "/responses/200/headers", ""),
                new Mutant(HeaderRule.PLACES_ARE_SAID, "no Location", WRITE + "/responses/201/headers/Location", ""),
                new Mutant(HeaderRule.WAITING_IS_SAID, "no Retry-After", "/components/responses/Wait/headers", ""),
                new Mutant(ListRule.LISTS_ARE_PAGED, "a list without a cursor", LIST + "/parameters/1/name", "\"to\""),
                new Mutant(
                        ListRule.LISTS_ARE_PAGED,
                        "a page without next",
                        "/components/schemas/Page/properties/next",
                        ""),
                new Mutant(ListRule.PAGES_ARE_SMALL, "a large page", LIST + "/parameters/0/schema/maximum", "1000"));
    }

    private static List<Mutant> names() {
        return List.of(
                property(NameRule.NAMES_ARE_CAMEL_CASE, "snake_case", "due_on", "{\"type\": \"string\"}"),
                property(NameRule.NAMES_ARE_WORDS, "an abbreviation", "orgTitle", "{\"type\": \"string\"}"),
                property(NameRule.MOMENTS_AND_DAYS_HAVE_A_FORMAT, "an epoch", "readAt", "{\"type\": \"integer\"}"),
                property(NameRule.MOMENTS_AND_DAYS_HAVE_A_FORMAT, "a day as text", "endsOn", "{\"type\": \"string\"}"),
                property(NameRule.IDS_ARE_OPAQUE, "a number as id", "ownerId", "{\"type\": \"integer\"}"),
                new Mutant(
                        NameRule.CODES_NAME_THEIR_STANDARD,
                        "a code without its standard",
                        FIELDS + "/district/x-code-set",
                        ""));
    }

    private static Mutant property(ApiRule rule, String what, String name, String schema) {
        return new Mutant(rule, what, "/components/schemas/Note/properties/" + name, schema);
    }

    private static List<Mutant> schemas() {
        return List.of(
                new Mutant(
                        SchemaRule.BODIES_ARE_OBJECTS,
                        "a body that is a list",
                        BODY + "/schema",
                        "{\"type\": \"array\", \"maxItems\": 3}"),
                new Mutant(SchemaRule.TEXTS_ARE_BOUNDED, "a text without end", FIELDS + "/text/maxLength", ""),
                new Mutant(
                        SchemaRule.TEXTS_ARE_BOUNDED,
                        "a pattern without end",
                        FIELDS + "/district/pattern",
                        "\"^[0-9]+$\""),
                new Mutant(SchemaRule.ARRAYS_ARE_BOUNDED, "a list without end", FIELDS + "/tags/maxItems", ""),
                new Mutant(SchemaRule.NUMBERS_ARE_BOUNDED, "a number of any size", FIELDS + "/weight/maximum", ""),
                new Mutant(
                        SchemaRule.PATTERNS_ARE_WHOLE,
                        "a pattern of a part",
                        FIELDS + "/district/pattern",
                        "\"[0-9]{6}\""),
                new Mutant(
                        SchemaRule.PATTERNS_ARE_LINEAR,
                        "nested repetition",
                        FIELDS + "/district/pattern",
                        "\"^([0-9]+)+$\""),
                new Mutant(
                        SchemaRule.PATTERNS_ARE_LINEAR,
                        "a reference back",
                        FIELDS + "/district/pattern",
                        "\"^([0-9])\\\\1{5}$\""),
                new Mutant(
                        SchemaRule.BOOLEANS_ARE_NEVER_NULL,
                        "a third truth",
                        FIELDS + "/pinned/type",
                        "[\"boolean\", \"null\"]"));
    }

    private static List<Mutant> examples() {
        return List.of(
                new Mutant(ExampleRule.BODIES_HAVE_AN_EXAMPLE, "a body without example", BODY + "/example", ""),
                new Mutant(
                        ExampleRule.EXAMPLES_ARE_VALID,
                        "an example without what is required",
                        BODY + "/example",
                        "{\"weight\": 3}"),
                new Mutant(
                        ExampleRule.EXAMPLES_ARE_NOBODY,
                        "a phone that somebody may have",
                        BODY + "/example/text",
                        "\"Call 13800138000\""),
                new Mutant(
                        ExampleRule.EXAMPLES_ARE_NOBODY,
                        "an identity number with its check character",
                        BODY + "/example/text",
                        "\"11010519491231002X\""));
    }

    @Test
    void theGoodDocumentBreaksNothing() {
        assertThat(ApiLint.verdict(Mutant.good(), CONVENTIONS).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void aBreachIsSeenByItsRule(Mutant mutant) {
        assertThat(mutant.rule().findings(new Subject(mutant.document(), CONVENTIONS)))
                .isNotEmpty();
    }

    @Test
    void noRuleIsWithoutABreach() {
        var broken = mutants().map(Mutant::rule).collect(Collectors.toSet());
        assertThat(ApiRule.all()).allSatisfy(rule -> assertThat(broken).contains(rule));
    }

    @Test
    void whereEveryRoleWillDoNoneIsRefused() {
        var anybody =
                new Mutant(OperationRule.REFUSALS_ARE_DOCUMENTED, "", LIST + "/security", "[{\"Token\": [\"**\"]}]");
        assertThat(anybody.and(LIST + "/responses/403")).satisfies(one -> assertKept(anybody.rule(), one));
    }

    @Test
    void aTextIsNoVersionOfTheAnswer() {
        var named = new Mutant(
                HeaderRule.VERSIONED_ANSWERS_HAVE_A_TAG,
                "",
                "/components/schemas/Note/properties/version/type",
                "\"string\"");
        assertThat(named.and(CHANGE + "/responses/200/headers")).satisfies(one -> assertKept(named.rule(), one));
    }

    private static void assertKept(ApiRule rule, ApiDocument document) {
        assertThat(rule.findings(new Subject(document, CONVENTIONS))).isEmpty();
    }

    @Test
    void aKnownExceptionIsNoFindingUntilItIsNeedless() {
        var mutant = new Mutant(ExampleRule.BODIES_HAVE_AN_EXAMPLE, "none", BODY + "/example", "");
        var known = CONVENTIONS.withExceptions(Set.of("BODIES_HAVE_AN_EXAMPLE " + BODY));
        assertThat(ApiLint.verdict(mutant.document(), known)).isEqualTo(new ApiLint.Verdict(List.of(), List.of()));
        assertThat(ApiLint.verdict(Mutant.good(), known).needless()).containsExactly("BODIES_HAVE_AN_EXAMPLE " + BODY);
    }

    @Test
    void aFindingSaysItsRuleItsPlaceAndWhy() {
        var mutant = new Mutant(OperationRule.REFUSALS_ARE_DOCUMENTED, "no 404", CHANGE + "/responses/404", "");
        assertThat(ApiLint.verdict(mutant.document(), CONVENTIONS).findings())
                .map(Finding::toString)
                .containsExactly("REFUSALS_ARE_DOCUMENTED " + CHANGE + "/responses: 404 can occur");
    }
}
