package cn.zhigong.platform.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of every text the platform writes. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The tag for {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The better of the two for an {@code Accept-Language} header; Chinese when it says nothing we can serve. */
    public static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage);
            var found = Locale.lookupTag(ranges, List.of("zh-CN", "zh", "en"));
            return "en".equals(found) ? EN : ZH;
        } catch (IllegalArgumentException malformed) {
            return ZH;
        }
    }
}
