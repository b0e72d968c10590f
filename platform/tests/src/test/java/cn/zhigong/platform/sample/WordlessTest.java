package cn.zhigong.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.problem.Catalogue.Entry;
import cn.zhigong.platform.problem.Catalogue.Text;
import cn.zhigong.platform.testing.Wordless;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordlessTest {

    private static final Text BOTH = new Text("某事", "Something");
    private static final Text CHINESE_ONLY = new Text("某事", "");
    private static final Text ENGLISH_ONLY = new Text(" ", "Something");

    @Test
    void aCatalogueThatSaysEverythingHasNoGap() {
        assertThat(gaps(new Entry(409, BOTH, null, BOTH, BOTH, null))).isEmpty();
    }

    @Test
    void everyPartIsMissedInEitherLanguage() {
        for (var half : List.of(CHINESE_ONLY, ENGLISH_ONLY)) {
            assertThat(gaps(new Entry(409, half, null, BOTH, BOTH, null))).containsExactly("TORN title");
            assertThat(gaps(new Entry(409, BOTH, half, BOTH, BOTH, null))).containsExactly("TORN detail");
            assertThat(gaps(new Entry(409, BOTH, null, half, BOTH, null))).containsExactly("TORN meaning");
            assertThat(gaps(new Entry(409, BOTH, null, BOTH, half, null))).containsExactly("TORN remedy");
            assertThat(Wordless.in(Map.of(), Map.of("TOO_LONG", half))).containsExactly("TOO_LONG");
        }
    }

    @Test
    void aFactThatOneLanguageForgetsIsMissed() {
        var detail = new Text("第 {line} 行", "A line");
        assertThat(gaps(new Entry(409, BOTH, detail, BOTH, BOTH, null)))
                .containsExactly("TORN detail names other facts in the other language");
    }

    private static List<String> gaps(Entry entry) {
        return Wordless.in(Map.of("TORN", entry), Map.of());
    }
}
