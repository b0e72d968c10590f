package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.problem.Catalogue;
import cn.zhigong.platform.problem.ProblemType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem a service can answer with has its words, and no words are left of problems that are gone. */
public abstract class ProblemCatalogueContract {

    private final String root;

    @Inject
    Catalogue catalogue;

    protected ProblemCatalogueContract(String root) {
        this.root = root;
    }

    @Test
    void theCatalogueAndTheCodeNameTheSameProblems() {
        assertThat(catalogue.problems().keySet()).containsExactlyInAnyOrderElementsOf(thrown().keySet());
    }

    @Test
    void theCatalogueAndTheCodeAgreeOnTheStatus() {
        var thrown = thrown();
        catalogue.problems().forEach((code, entry) -> {
            var type = thrown.get(code);
            if (type != null) {
                assertThat(entry.status()).as(code).isEqualTo(type.status());
            }
        });
    }

    @Test
    void bothLanguagesSayEverything() {
        assertThat(Wordless.in(catalogue.problems(), catalogue.violations())).isEmpty();
    }

    private Map<String, ProblemType> thrown() {
        return Stream.of(root, "cn.zhigong.platform")
                .flatMap(packages -> Imported.everythingOf(packages).stream())
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                .flatMap(type -> constants(type.getName()).stream())
                .collect(Collectors.toMap(ProblemType::name, Function.identity(), (one, same) -> one));
    }

    private static List<ProblemType> constants(String name) {
        try {
            return Stream.of(Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                            .getEnumConstants())
                    .map(ProblemType.class::cast)
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
