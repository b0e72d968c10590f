package cn.zhigong.platform.api.lint;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a service declares about its API, so that everything else is a finding.
 *
 * @param publicOperations ids of the operations that anybody may call
 * @param verbs last segments of a POST that are no collection
 * @param singletons segments before a variable that are no plural
 * @param glossary short words that everybody understands
 * @param exceptions known findings ({@link Finding#key()}) that nobody has mended yet; the list only shrinks
 */
public record Conventions(
        Set<String> publicOperations,
        Set<String> verbs,
        Set<String> singletons,
        Set<String> glossary,
        Set<String> exceptions) {

    /** Those of the chassis itself. */
    public static Conventions ofPlatform() {
        return new Conventions(
                Set.of("getCalendar"), Set.of("discard", "replay"), Set.of("calendar"), Set.of(), Set.of());
    }

    /** These, and operations that anybody may call. */
    public Conventions withPublic(String... operationIds) {
        return new Conventions(joined(publicOperations, operationIds), verbs, singletons, glossary, exceptions);
    }

    /** These, and verbs of the service's own language. */
    public Conventions withVerbs(String... more) {
        return new Conventions(publicOperations, joined(verbs, more), singletons, glossary, exceptions);
    }

    /** These, and findings that are known. */
    public Conventions withExceptions(Set<String> known) {
        return new Conventions(
                publicOperations, verbs, singletons, glossary, joined(exceptions, known.toArray(String[]::new)));
    }

    /** Both: those of a document that was merged out of several. */
    public Conventions and(Conventions other) {
        return new Conventions(
                joined(publicOperations, other.publicOperations.toArray(String[]::new)),
                joined(verbs, other.verbs.toArray(String[]::new)),
                joined(singletons, other.singletons.toArray(String[]::new)),
                joined(glossary, other.glossary.toArray(String[]::new)),
                joined(exceptions, other.exceptions.toArray(String[]::new)));
    }

    /** These, for a document that lacks an operation of the chassis. */
    public Conventions without(String operationId) {
        var others = new LinkedHashSet<>(publicOperations);
        others.remove(operationId);
        return new Conventions(Set.copyOf(others), verbs, singletons, glossary, exceptions);
    }

    private static Set<String> joined(Set<String> some, String... more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
