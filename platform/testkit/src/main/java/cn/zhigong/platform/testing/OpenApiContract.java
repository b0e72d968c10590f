package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.api.change.ApiChange;
import cn.zhigong.platform.api.change.ApiChanges;
import cn.zhigong.platform.api.lint.ApiLint;
import cn.zhigong.platform.api.lint.ApiRule;
import cn.zhigong.platform.api.lint.Conventions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The API document keeps every rule ({@link ApiRule}), and the committed {@code api/openapi.yaml} is what the service
 * serves. A service's test subclasses this in three lines; findings that nobody has mended yet are lines of
 * {@code api/lint-exceptions.txt}.
 */
public abstract class OpenApiContract {

    private static final Path COMMITTED = Path.of("api", "openapi.yaml");
    private static final Path EXCEPTIONS = Path.of("api", "lint-exceptions.txt");

    private static ApiLint.@Nullable Verdict known;

    private final Conventions conventions;

    /** @param conventions what the service declares of its API: what is public, its verbs */
    protected OpenApiContract(Conventions conventions) {
        this.conventions = conventions.withExceptions(Listed.in(EXCEPTIONS));
    }

    /** The rules look at the whole document each, so they do it once for all tests. */
    private ApiLint.Verdict verdict() {
        synchronized (OpenApiContract.class) {
            if (known == null) {
                known = ApiLint.verdict(ServedDocument.get(), conventions);
            }
            return known;
        }
    }

    static List<String> rules() {
        return ApiRule.all().stream().map(ApiRule::name).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theDocumentKeepsTheRule(String name) {
        var rule = ApiRule.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(verdict().findings())
                .as(rule.sentence())
                .noneMatch(finding -> finding.rule().equals(name));
    }

    @Test
    void everyKnownExceptionIsStillNeeded() {
        assertThat(verdict().needless())
                .as("Take these lines out of " + EXCEPTIONS)
                .isEmpty();
    }

    /** {@code AuthorisationContract} attacks an operation by what it declares. */
    @Test
    void everyOperationSaysHowFarItsRolesReach() {
        assertThat(ServedDocument.get().operations().stream()
                        .flatMap(
                                one -> new AccessRule(one).defects().stream().map(defect -> one.name() + " " + defect)))
                .isEmpty();
    }

    @Test
    void theCommittedDocumentIsWhatIsServed() {
        var served = ServedDocument.text("yaml");
        if (Approved.isRewriting()) {
            Approved.write(COMMITTED, served);
        }
        var committed = Approved.read(COMMITTED);
        assertThat(served)
                .withFailMessage(() -> inWords(committed, served) + "\n\n" + Approved.difference(committed, served)
                        + "\n" + Approved.howToAccept(COMMITTED))
                .isEqualTo(committed);
    }

    /** What clients will notice, before the lines of the file. */
    private static String inWords(String committed, String served) {
        if (committed.isEmpty()) {
            return "Nothing is committed yet.";
        }
        var changes = ApiChanges.between(Approved.document(committed), Approved.document(served));
        return changes.isEmpty()
                ? "No client will notice:"
                : changes.stream().map(ApiChange::toString).collect(Collectors.joining("\n"));
    }
}
