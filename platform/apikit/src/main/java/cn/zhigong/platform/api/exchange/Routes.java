package cn.zhigong.platform.api.exchange;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which operation of a document a request is for. */
public final class Routes {

    private record Route(ApiOperation operation, Pattern path) {}

    private final List<Route> routes;

    /** The routes of a document; a fixed segment goes before a variable. */
    public Routes(ApiDocument document) {
        this.routes = document.operations().stream()
                .sorted(Comparator.comparingInt(one -> one.pathVariables().size()))
                .map(one -> new Route(one, pattern(one.path())))
                .toList();
    }

    private static Pattern pattern(String template) {
        var pattern = new StringBuilder();
        for (var part : template.split("(?=\\{)|(?<=})", -1)) {
            pattern.append(part.startsWith("{") ? "[^/;]+" : Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }

    /** The operation, unless the document has none for it; a path with path parameters is another path. */
    public Optional<ApiOperation> operation(String method, String path) {
        return routes.stream()
                .filter(one -> one.operation().method().equals(method.toLowerCase(Locale.ROOT)))
                .filter(one -> one.path().matcher(path).matches())
                .map(Route::operation)
                .findFirst();
    }
}
