package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.UNKNOWN_PARAMETER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have: a misspelt filter must not answer with everything. Pages
 * are excepted: apps through which a link is passed on add parameters of their own.
 */
@ApplicationScoped
class UnknownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || isPage(resource.getResourceClass())) {
            return;
        }
        var expected = known.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::parameters);
        for (var parameter : given.keySet()) {
            if (!expected.contains(parameter)) {
                throw UNKNOWN_PARAMETER
                        .with("parameter", parameter)
                        .with("known", expected.stream().sorted().toList());
            }
        }
    }

    private static boolean isPage(Class<?> resource) {
        var produced = resource.getAnnotation(Produces.class);
        return produced != null && List.of(produced.value()).contains(MediaType.TEXT_HTML);
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new HashSet<>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(RestQuery.class)) {
                var name = parameter.getAnnotation(RestQuery.class).value();
                names.add(name.isEmpty() ? parameter.getName() : name);
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                names.addAll(fields(parameter.getType()));
            }
        }
        return names;
    }

    private static List<String> fields(Class<?> bean) {
        List<String> names = new ArrayList<>();
        for (var type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    names.add(field.getAnnotation(QueryParam.class).value());
                }
            }
        }
        return names;
    }
}
