package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChassisOperationsTest {

    @ParameterizedTest
    @CsvSource({"/v1/jobs,true", "/v1/jobs/{id},true", "/v1/audit,true", "/v1/jobs-wanted,false", "/v1/auditors,false"})
    void onlyWholeSegmentsCount(String path, boolean isOfTheChassis) {
        var document = ApiDocument.of("{\"paths\": {\"%s\": {\"get\": {\"operationId\": \"x\"}}}}".formatted(path));
        assertThat(document.operations())
                .singleElement()
                .matches(operation -> ChassisOperations.has(operation) == isOfTheChassis);
    }
}
