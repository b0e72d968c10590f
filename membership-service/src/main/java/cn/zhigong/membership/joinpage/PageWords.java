package cn.zhigong.membership.joinpage;

import cn.zhigong.platform.problem.Catalogue;
import cn.zhigong.platform.problem.Language;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the page says, in both languages, from {@code join-page.yaml}. */
@Singleton
class PageWords {

    private static final String FILE = "/join-page.yaml";

    private final Map<String, String> zh = new LinkedHashMap<>();
    private final Map<String, String> en = new LinkedHashMap<>();

    PageWords() {
        try (var in = PageWords.class.getResourceAsStream(FILE)) {
            new ObjectMapper(new YAMLFactory())
                    .readValue(Objects.requireNonNull(in, FILE), new TypeReference<Map<String, Catalogue.Text>>() {})
                    .forEach((key, text) -> {
                        zh.put(key, text.zh());
                        en.put(key, text.en());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    Map<String, String> in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
