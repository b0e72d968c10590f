package cn.zhigong.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.PersonalDataScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataScanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "310115199003077518",
                "{\"number\":\"310115199003077518\"}",
                "phone=13812345678,",
                "+86 13812345678",
                "[13812345678]"
            })
    void aReadableNumberIsFound(String text) {
        assertThat(PersonalDataScan.finds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "310115199003077517",
                "310***********7518",
                "138****5678",
                "01900000-0000-7000-8000-113812345678",
                "M1381234567",
                "1763700000000",
                "0.13812345678"
            })
    void whatOnlyLooksLikeOneIsNot(String text) {
        assertThat(PersonalDataScan.finds(text)).isFalse();
    }

    @Test
    void theLogIsListenedTo() {
        try (var log = new PersonalDataScan.Log()) {
            java.util.logging.Logger.getLogger("scan").warning("somebody wrote 13812345678");
            assertThat(log.findings()).hasSize(1);
        }
    }
}
