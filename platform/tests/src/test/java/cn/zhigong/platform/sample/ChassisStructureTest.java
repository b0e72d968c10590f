package cn.zhigong.platform.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

/** The chassis keeps what it asks of services. */
class ChassisStructureTest {

    private static final JavaClasses CHASSIS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit") && !location.contains("apikit"))
            .importPackages("cn.zhigong.platform");

    @Test
    void itsPackagesDoNotFormACycle() {
        slices().matching("cn.zhigong.platform.(*)..").should().beFreeOfCycles().check(CHASSIS);
    }

    @Test
    void itsBeansAreSingletons() {
        noClasses().should().beAnnotatedWith(ApplicationScoped.class).check(CHASSIS);
    }
}
