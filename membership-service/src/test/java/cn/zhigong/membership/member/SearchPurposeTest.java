package cn.zhigong.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPurposeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900000001",
                "查 １３９０００００００１",
                "ok 139 0000 0001",
                "ok 139-0000\u20110001",
                "ok 139\u200b0000\u200b0001",
                "ok 139.0000.0001",
                "ok 139·0000·0001",
                "310115 19900307 1111"
            })
    void aNumberOfAPersonIsFoundHoweverItIsWritten(String purpose) {
        assertThat(SearchPurpose.holdsNumberOfPerson(purpose)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"核对会籍", "来信 2026-11-26，第 12 号", "1390000000", "3 名会员，2 个单位"})
    void otherNumbersAreNone(String purpose) {
        assertThat(SearchPurpose.holdsNumberOfPerson(purpose)).isFalse();
    }
}
