package cn.zhigong.membership.servicepoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacePhoneRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "021-58881234",
                "02158881234",
                "021-58881234-801",
                "400-820-1234",
                "4008201234",
                "12351",
                "962151"
            })
    void aPlaceHasALandlineOrAServiceLine(String phone) {
        assertThat(PlacePhoneRules.fault(phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13812345678", "+8613812345678", "138 1234 5678"})
    void aMobileNumberIsSomebodys(String phone) {
        assertThat(PlacePhoneRules.fault(phone)).contains("PRIVATE_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "58881234", "call me", "021-5888123a", "021--58881234", "００２１"})
    void anythingElseIsNoPhone(String phone) {
        assertThat(PlacePhoneRules.fault(phone)).contains("FORMAT");
    }
}
