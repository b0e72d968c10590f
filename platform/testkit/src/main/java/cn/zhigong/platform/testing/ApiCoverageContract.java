package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.exchange.Coverage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The tests of a service got every answer that its API document promises: each operation with each of its statuses. It
 * is no {@code @QuarkusTest}: Quarkus lets those run first, so this comes after the last exchange. What no test reaches
 * yet is a line of {@code api/uncovered.txt}, a list that may only shrink.
 */
public abstract class ApiCoverageContract {

    private static final Path DOCUMENT = Path.of("api", "openapi.yaml");
    private static final Path EXCEPTIONS = Path.of("api", "uncovered.txt");

    /** Both are set by the build only; a developer's editor, too, runs a part of the tests. */
    private static boolean allTestsRan() {
        return System.getProperty("basedir") != null && System.getProperty("test") == null;
    }

    /** Whether the chassis' operations are asked for too: its own tests have real things for them. */
    protected boolean triesTheChassis() {
        return false;
    }

    static boolean hasDocument() {
        return Files.exists(DOCUMENT);
    }

    /** What is committed; the chassis' own tests, which commit none, are asked for what was served to them. */
    private static ApiDocument document() {
        return hasDocument() ? Approved.document(Approved.read(DOCUMENT)) : Exercised.document();
    }

    @Test
    void everyOperationGaveEveryAnswerItDocuments() {
        assumeThat(allTestsRan()).as("all tests of the service ran").isTrue();
        var missing =
                Coverage.missing(document(), one -> triesTheChassis() || !ChassisOperations.has(one), Exercised.all());
        var known = Listed.in(EXCEPTIONS);
        assertThat(missing.stream().filter(one -> !known.contains(one)))
                .as("answers of the API document that no test got")
                .isEmpty();
        assertThat(known.stream().filter(one -> !missing.contains(one)))
                .as("take these lines out of " + EXCEPTIONS)
                .isEmpty();
    }

    /** An excuse hides the entries that are forgotten, too, so each must be true of this run. */
    @Test
    void everyExcuseFromTheAuditLogIsNeeded() {
        assumeThat(allTestsRan()).as("all tests of the service ran").isTrue();
        assertThat(Writes.needless())
                .as("never audited in this run, sometimes, or always: not as these lines say")
                .isEmpty();
    }
}
