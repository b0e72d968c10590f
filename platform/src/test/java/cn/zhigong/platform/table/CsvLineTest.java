package cn.zhigong.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+8613800001111",
                "-1+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\rx",
                "\nx",
                " =1",
                "\u3000\u200B\uFEFF=1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "﹦1",
                "\u22121",
                "-",
                "=",
                "-5e3",
            })
    void whatASpreadsheetWouldComputeGetsAnApostrophe(String cell) {
        assertThat(CsvLine.of(List.of(cell))).matches("(?s)\"?'\\Q" + cell + "\\E\"?\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "13800001111", "-5", "-12.50", "a=b", "2020-05-01", "#N/A", "'", " x", "\u200Bx"})
    void theRestStaysAsItIs(String cell) {
        assertThat(CsvLine.of(List.of(cell)).replace("\"", "")).isEqualTo(cell + "\r\n");
    }

    @Test
    void aLineIsThatOfTheStandard() {
        assertThat(CsvLine.of(List.of("姓名", "", "a,b", "say \"hi\"", "x\r\ny", "第 3 行")))
                .isEqualTo("姓名,,\"a,b\",\"say \"\"hi\"\"\",\"x\r\ny\",第 3 行\r\n");
        assertThat(CsvLine.of(List.of())).isEqualTo("\r\n");
    }
}
