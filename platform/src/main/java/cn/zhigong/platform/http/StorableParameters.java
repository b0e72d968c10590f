package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_PARAMETER;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters that the database could not even look for; a JSON body's texts are {@link StrictJson}'s. */
class StorableParameters {

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        if (!areStorable(request.getUriInfo().getPathParameters())) {
            throw NOT_FOUND.problem();
        }
        if (!areStorable(request.getUriInfo().getQueryParameters())) {
            throw INVALID_PARAMETER.problem();
        }
    }

    private static boolean areStorable(MultivaluedMap<String, String> parameters) {
        return parameters.values().stream().allMatch(all -> all.stream().allMatch(Texts::areStorable));
    }
}
