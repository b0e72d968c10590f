package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.problem.Language;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds the page for a path of the gateway's own. */
@Singleton
public class Portal {
    private final ProblemPages problems;
    private final Reference reference;
    private final Documents documents;
    private final ApiCatalog catalog;
    private final PlatformHealth health;

    Portal(ProblemPages problems, Reference reference, Documents documents, ApiCatalog catalog, PlatformHealth health) {
        this.problems = problems;
        this.reference = reference;
        this.documents = documents;
        this.catalog = catalog;
        this.health = health;
    }

    /** Whether a path can be one of ours at all; decided before anything is spent on it. */
    public boolean serves(String path) {
        return switch (path) {
            case "/openapi.json",
                    "/asyncapi.json",
                    "/docs",
                    "/problems",
                    "/.well-known/api-catalog",
                    "/q/health",
                    "/q/health/live",
                    "/q/health/ready" -> true;
            default -> path.startsWith(ProblemPages.PREFIX) || path.startsWith(Reference.ASSETS);
        };
    }

    /** The page, or nothing when there is none. May ask services: blocking. */
    public @Nullable Page answer(Question question) {
        var path = question.path();
        return switch (path) {
            case "/openapi.json" -> documents.openApi(question);
            case "/asyncapi.json" -> documents.asyncApi(question);
            case "/docs" -> reference.page();
            case "/problems" -> problems.index(question);
            case "/.well-known/api-catalog" -> catalog.page();
            case "/q/health/live" -> health.alive();
            case "/q/health", "/q/health/ready" -> health.ready();
            default ->
                path.startsWith(Reference.ASSETS)
                        ? reference.asset(path, question.accepts("gzip"))
                        : problems.page(path.substring(ProblemPages.PREFIX.length()), question);
        };
    }

    /** What a client asks for. */
    public record Question(
            String path,
            @Nullable String accept,
            @Nullable String acceptEncoding,
            @Nullable String ifNoneMatch,
            Language language) {
        /** Whether JSON is named before HTML, or without it. */
        boolean wantsJson() {
            if (accept == null) {
                return false;
            }
            var json = accept.indexOf("json");
            var html = accept.indexOf("html");
            return json >= 0 && (html < 0 || json < html);
        }

        boolean accepts(String encoding) {
            return acceptEncoding != null && acceptEncoding.contains(encoding);
        }
    }
}
