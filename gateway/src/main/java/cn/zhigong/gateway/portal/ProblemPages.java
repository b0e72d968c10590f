package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.problem.Catalogue;
import cn.zhigong.gateway.problem.Language;
import cn.zhigong.gateway.problem.ProblemEntry;
import cn.zhigong.gateway.service.Service;
import cn.zhigong.gateway.service.Services;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A page per problem of the whole platform: what {@code type} in a problem document leads to. */
@Singleton
class ProblemPages {
    static final String PREFIX = "/problems/";
    private static final Logger LOG = Logger.getLogger(ProblemPages.class);

    private final Catalogue catalogue;
    private final ServiceReader reader;
    private final Services services;
    private final ObjectMapper json;
    private final Engine templates;
    private final Reference reference;
    private volatile @Nullable Merged merged;

    ProblemPages(
            Catalogue catalogue,
            ServiceReader reader,
            Services services,
            ObjectMapper json,
            Engine templates,
            Reference reference) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.services = services;
        this.json = json;
        this.templates = templates;
        this.reference = reference;
    }

    Page index(Portal.Question question) {
        var all = all().values();
        if (question.wantsJson()) {
            return document(Map.of("problems", all));
        }
        var rows = all.stream().map(entry -> Row.of(entry, question.language())).toList();
        return html("problems.html", Map.of("problems", rows), question.language());
    }

    @Nullable Page page(String slug, Portal.Question question) {
        var entry = all().get(slug);
        if (entry == null) {
            return null;
        }
        return question.wantsJson()
                ? document(entry)
                : html("problem.html", Map.of("problem", Row.of(entry, question.language())), question.language());
    }

    /** Of two services that use the same slug the first one's text is shown; a slug means the same everywhere. */
    private Map<String, ProblemEntry> all() {
        var addresses = new EnumMap<Service, URI>(Service.class);
        for (var service : Service.values()) {
            addresses.put(service, URI.create(services.url(service) + "/problems"));
        }
        var inputs = reader.read(addresses);
        var current = merged;
        if (current == null || !current.inputs().equals(inputs)) {
            current = new Merged(inputs, merge(inputs));
            merged = current;
        }
        return current.problems();
    }

    private Map<String, ProblemEntry> merge(Map<Service, JsonNode> inputs) {
        var problems = new TreeMap<String, ProblemEntry>();
        Stream.concat(
                        catalogue.problems().stream(),
                        inputs.values().stream().flatMap(document -> parse(document).stream()))
                .forEach(entry -> problems.putIfAbsent(entry.slug(), entry));
        return problems;
    }

    private List<ProblemEntry> parse(JsonNode document) {
        try {
            return json.treeToValue(document, Catalogue.Document.class).problems();
        } catch (JsonProcessingException e) {
            LOG.warn("A service's problem catalogue has not the agreed form");
            return List.of();
        }
    }

    private Page document(Object body) {
        try {
            return Page.json(200, "application/json", json.writeValueAsString(body))
                    .with("vary", "Accept");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page html(String name, Map<String, ?> data, Language language) {
        var template = Objects.requireNonNull(templates.getTemplate(name), name);
        var chinese = language == Language.ZH;
        var instance = template.data("language", language.tag())
                .data("zh", chinese)
                .data("css", reference.address("page.css"));
        data.forEach(instance::data);
        return Page.html(200, language.tag(), instance.render());
    }

    /** The problems of all and what they were read from. */
    private record Merged(Map<Service, JsonNode> inputs, Map<String, ProblemEntry> problems) {}

    /** An entry in one language. */
    record Row(String slug, String code, int status, boolean retryable, String title, String meaning, String remedy) {
        static Row of(ProblemEntry entry, Language language) {
            return new Row(
                    entry.slug(),
                    entry.code(),
                    entry.status(),
                    entry.retryable(),
                    entry.title().in(language),
                    entry.meaning().in(language),
                    entry.remedy().in(language));
        }
    }
}
