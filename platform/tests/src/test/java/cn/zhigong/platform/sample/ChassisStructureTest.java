package cn.zhigong.platform.sample;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The chassis keeps what it asks of services. */
class ChassisStructureTest {

    @Test
    void itsPackagesDoNotFormACycle() {
        var chassis = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("testkit") && !location.contains("apikit"))
                .importPackages("cn.zhigong.platform");
        slices().matching("cn.zhigong.platform.(*)..").should().beFreeOfCycles().check(chassis);
    }
}
