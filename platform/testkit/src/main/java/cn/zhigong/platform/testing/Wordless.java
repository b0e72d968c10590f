package cn.zhigong.platform.testing;

import cn.zhigong.platform.problem.Catalogue.Entry;
import cn.zhigong.platform.problem.Catalogue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a catalogue leaves unsaid: every text has both languages, and both name the same facts. */
public final class Wordless {

    private static final Pattern FACT = Pattern.compile("\\{\\w+}");

    private final List<String> gaps = new ArrayList<>();

    private Wordless() {}

    /** Each gap as code and part; empty when there is none. A detail may be absent, but not in one language. */
    public static List<String> in(Map<String, Entry> problems, Map<String, Text> violations) {
        var found = new Wordless();
        problems.forEach((code, entry) -> {
            found.look(code + " title", entry.title());
            found.look(code + " meaning", entry.meaning());
            found.look(code + " remedy", entry.remedy());
            if (entry.detail() != null) {
                found.look(code + " detail", entry.detail());
            }
        });
        violations.forEach(found::look);
        return found.gaps;
    }

    private void look(String part, @Nullable Text text) {
        if (text == null || isBlank(text.zh()) || isBlank(text.en())) {
            gaps.add(part);
        } else if (!facts(text.zh()).equals(facts(text.en()))) {
            gaps.add(part + " names other facts in the other language");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<String> facts(String text) {
        return FACT.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
