package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.UNKNOWN_PARAMETER;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have: a misspelt filter must not answer with everything. Pages
 * are excepted: apps through which a link is passed on add parameters of their own.
 */
@Singleton
class UnknownParameters {

    private final QueryParameters parameters;

    UnknownParameters(QueryParameters parameters) {
        this.parameters = parameters;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || isPage(resource.getResourceClass())) {
            return;
        }
        var expected = parameters.of(resource.getResourceMethod()).keySet();
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
}
