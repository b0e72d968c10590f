package cn.zhigong.platform.api.event.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is said to people. */
final class Words {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,}");

    private Words() {}

    /** That a text is not there, as a finding. */
    static List<String> missing(JsonNode thing, String text) {
        return thing.path(text).asText().isBlank() ? List.of("has no " + text) : List.of();
    }

    /** In which languages a text does not speak, as findings. */
    static List<String> languageMissing(JsonNode thing, String text) {
        var said = thing.path(text).asText();
        var missing = new ArrayList<String>();
        if (!CHINESE.matcher(said).find()) {
            missing.add(text + " says nothing in Chinese");
        }
        if (!ENGLISH.matcher(said).find()) {
            missing.add(text + " says nothing in English");
        }
        return missing;
    }
}
