package cn.zhigong.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTextRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "联系老王 13812345678",
                "138 1234 5678",
                "138-1234-5678",
                "１３８１２３４５６７８",
                "+8613812345678",
                "打138.1234.5678也行",
                "身份证 310115199003077517",
                "31011519900307751X",
                "008613800138000",
                "0086 138 0013 8000",
                "013800138000",
                "138 0013 8000 2楼",
                "100 138 0013 8000",
                "138 0013 8000 139 0013 9000",
                "138–0013–8000",
                "138/0013/8000",
                "(138)00138000",
                "138、0013、8000",
                "打 ١٣٨٠٠١٣٨٠٠٠",
                "१३८००१३८०००",
                "3 310101 19920708 1043",
                "310101/19920708/1043",
                "310101 19920708 104 x",
            })
    void aNumberOfAPersonIsFoundHoweverItIsWritten(String text) {
        assertThat(PublicTextRules.fault(text)).contains("PRIVATE_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "浦东南路 1234 号 5 楼",
                "021-58881234",
                "周一至周五 08:00-17:30",
                "12351",
                "门牌 200120 20261127",
                "统一编号 913101150000000001",
                "地铁 13、14 号线",
                "下午 13:30-17:30，123 号"
            })
    void addressesTimesAndLandlinesAreNobodysNumbers(String text) {
        assertThat(PublicTextRules.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "a < b", "<b>站</b>"})
    void markupIsRefused(String text) {
        assertThat(PublicTextRules.fault(text)).contains("MARKUP");
    }

    @Test
    void whatNobodySeesIsRefused() {
        assertThat(PublicTextRules.fault("驿站\u202e")).contains("INVISIBLE");
    }
}
