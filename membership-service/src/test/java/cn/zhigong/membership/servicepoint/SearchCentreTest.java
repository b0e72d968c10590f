package cn.zhigong.membership.servicepoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCentreTest {

    @Test
    void longitudeComesFirst() {
        assertThat(SearchCentre.parse("121.4737,31.2304")).contains(new SearchCentre(121.4737, 31.2304));
        assertThat(SearchCentre.parse("-180,-90")).contains(new SearchCentre(-180, -90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "121",
                "121,",
                ",31",
                "121,31,5",
                "NaN,31",
                "121,NaN",
                "Infinity,31",
                "1e2,31",
                "0x1p3,31",
                "181,31",
                "121,91",
                "31.2304,121.4737",
                "１２１,31",
                "121 ,31",
                "121.,31",
                "+121,31",
                "121;31"
            })
    void nothingElseIsAPlaceOnEarth(String text) {
        assertThat(SearchCentre.parse(text)).isEmpty();
    }
}
