package cn.zhigong.platform.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of a package, read once for all rules about them: reading takes seconds. */
final class Imported {

    private static final Map<String, JavaClasses> PRODUCT = new ConcurrentHashMap<>();
    private static final Map<String, JavaClasses> EVERYTHING = new ConcurrentHashMap<>();

    private Imported() {}

    /** Without the tests. */
    static JavaClasses productOf(String root) {
        return PRODUCT.computeIfAbsent(
                root,
                it -> new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(it));
    }

    static JavaClasses everythingOf(String root) {
        return EVERYTHING.computeIfAbsent(root, new ClassFileImporter()::importPackages);
    }
}
