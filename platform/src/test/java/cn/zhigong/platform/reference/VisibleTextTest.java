package cn.zhigong.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    private static final int[] INVISIBLE = {
        0x00, 0x09, 0x0A, 0x7F, 0x85, 0xAD, 0x034F, 0x061C, 0x115F, 0x17B4, 0x180E, 0x200B, 0x200D, 0x200E, 0x2028,
        0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0001, 0xE0100
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "上海市总工会",
                "示范精密制造有限公司（中国）工会",
                "阿卜杜拉·买买提快递站",
                "2026年“海城工匠”技能竞赛——焊工（第3届）",
                "第一赛区 决赛",
                "A.B. Müller & Co., Ltd. (Shanghai) #2 / 100%",
                "\uD840\uDC0B记餐饮", // extension B
                "шанхай",
                "微笑😀小组",
            })
    void whatPeopleWriteIsVisible(String text) {
        assertThat(VisibleText.isVisible(text)).isTrue();
        assertThat(VisibleText.normalised(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u00A0\u2003", "\u200B", "\u2800"})
    void spacesAloneAreNoText(String text) {
        assertThat(VisibleText.isVisible(text)).isFalse();
    }

    @Test
    void somethingInvisibleIsRefusedWhereverItStands() {
        var name = "快递行业工会（浦东）No. 1·联合";
        for (var invisible : INVISIBLE) {
            for (var at = 0; at <= name.length(); at++) {
                var hidden = new StringBuilder(name).insert(at, Character.toString(invisible));
                assertThat(VisibleText.isVisible(hidden.toString()))
                        .as("U+%04X at %d", invisible, at)
                        .isFalse();
            }
        }
    }

    @Test
    void oneSpellingIsKept() {
        assertThat(VisibleText.normalised(" Cafe\u0301工会\u3000")).isEqualTo("Café工会");
        assertThat(VisibleText.normalised("快递一站\u00A0")).isEqualTo("快递一站");
        assertThat(VisibleText.normalised("快递\u3000\u202F 一站")).isEqualTo("快递 一站");
    }

    @Test
    void aKeptTextReadsAsItself() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var alphabet = "工会（）—·A e\u0301\u0327\u1100\u1161\u3000\uF900\u212B"
                .codePoints()
                .toArray();
        for (var round = 0; round < 20_000; round++) {
            var typed = new StringBuilder();
            random.ints(random.nextInt(12), 0, alphabet.length).forEach(i -> typed.appendCodePoint(alphabet[i]));
            var kept = VisibleText.normalised(typed.toString());
            assertThat(VisibleText.normalised(kept)).as("seed %d", seed).isEqualTo(kept);
            assertThat(VisibleText.isVisible(kept))
                    .as("seed %d", seed)
                    .isEqualTo(VisibleText.isVisible(typed.toString()));
        }
    }
}
