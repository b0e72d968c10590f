package cn.zhigong.platform.problem;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * The methods that each path has. A 405 must name them (RFC 9110, 15.5.6), and the framework, which knows them, keeps
 * them to itself; so the API document, which is made before the first request, tells them.
 */
public final class AllowedMethods {

    private record Route(Pattern path, Collection<String> methods) {}

    private static final List<Route> ROUTES = new CopyOnWriteArrayList<>();

    private AllowedMethods() {}

    /**
     * Tells the methods of a path.
     *
     * @param template as the document writes it, {@code /v1/things/{id}}
     */
    public static void declare(String template, Collection<String> methods) {
        var pattern = new StringBuilder();
        for (var part : template.split("(?=\\{)|(?<=})", -1)) {
            pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        ROUTES.add(new Route(Pattern.compile(pattern.toString()), List.copyOf(methods)));
    }

    /** Whether a path is one of ours and has other methods, but not this one. */
    static boolean lack(String path, String method) {
        var methods = of(path);
        return !methods.isEmpty() && !methods.contains(method);
    }

    /** The methods of all templates that a path fits, in order; none for a path that the document leaves out. */
    static Collection<String> of(String path) {
        var methods = new TreeSet<String>();
        ROUTES.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> methods.addAll(route.methods()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
