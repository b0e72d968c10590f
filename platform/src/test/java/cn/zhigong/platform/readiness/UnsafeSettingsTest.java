package cn.zhigong.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.LaunchMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What production refuses, and what is production. */
class UnsafeSettingsTest {

    private static final String SAFE = "https://id.example/realms/zhigong";

    @ParameterizedTest
    @CsvSource({
        "rights, rights, https://id/x, https://id/x, password",
        "rights, zhigong, https://id/x, https://id/x, password",
        "rights, '', https://id/x, https://id/x, password",
        "rights, 8wq2, http://id/x, https://id/x, issuer",
        "rights, 8wq2, HTTP://id/x, https://id/x, issuer",
        "rights, 8wq2, https://id/x, http://id/x, keys",
        "rights, 8wq2, https://id/x, Http://id/x, keys"
    })
    void eachIsNamed(String user, String password, String issuer, String keys, String named) {
        assertThat(new Credentials(user, password, issuer, keys).unsafe())
                .singleElement()
                .asString()
                .contains(named);
    }

    @Test
    void safeOnesPass() {
        assertThat(new Credentials("rights", "8wq2", SAFE, SAFE).unsafe()).isEmpty();
        assertThat(new Credentials("rights", "8wq2", "HTTPS://id/x", "/etc/zhigong/jwks.json").unsafe())
                .isEmpty();
    }

    @Test
    void onlyTheLocalProfileAloneIsNoProduction() {
        assertThat(ProductionReadiness.isProduction(LaunchMode.NORMAL, List.of("prod")))
                .isTrue();
        assertThat(ProductionReadiness.isProduction(LaunchMode.NORMAL, List.of("prod", "local")))
                .isTrue();
        assertThat(ProductionReadiness.isProduction(LaunchMode.NORMAL, List.of("local")))
                .isFalse();
        assertThat(ProductionReadiness.isProduction(LaunchMode.TEST, List.of("test")))
                .isFalse();
    }
}
