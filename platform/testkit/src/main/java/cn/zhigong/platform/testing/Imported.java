package cn.zhigong.platform.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of a package, read once for all rules about them. Classes of other packages are known by name only: what
 * the rules ask is written in the classes themselves, and reading half of a framework for each service takes ten
 * seconds.
 */
final class Imported {

    private static final Map<String, JavaClasses> PRODUCT = new ConcurrentHashMap<>();
    private static final Map<String, JavaClasses> EVERYTHING = new ConcurrentHashMap<>();

    private Imported() {}

    /** Without the tests. */
    static JavaClasses productOf(String root) {
        return PRODUCT.computeIfAbsent(
                root,
                it -> read(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS), it));
    }

    static JavaClasses everythingOf(String root) {
        return EVERYTHING.computeIfAbsent(root, it -> read(new ClassFileImporter(), it));
    }

    private static JavaClasses read(ClassFileImporter importer, String root) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return importer.importPackages(root);
        });
    }
}
