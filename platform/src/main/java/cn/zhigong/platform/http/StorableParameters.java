package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_PARAMETER;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses parameters that the database could not even look for or that nothing is named after; a JSON body's texts are
 * {@link StrictJson}'s.
 */
public class StorableParameters {

    /** The most characters of a part of a path; nothing has a longer name. */
    public static final int LONGEST_IN_PATH = 200;

    /** The most characters of a query parameter. */
    public static final int LONGEST_IN_QUERY = 2000;

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        if (!areStorable(request.getUriInfo().getPathParameters(), LONGEST_IN_PATH)) {
            throw NOT_FOUND.problem();
        }
        if (!areStorable(request.getUriInfo().getQueryParameters(), LONGEST_IN_QUERY)) {
            throw INVALID_PARAMETER.problem();
        }
    }

    private static boolean areStorable(MultivaluedMap<String, String> parameters, int longest) {
        return parameters.values().stream()
                .flatMap(List::stream)
                .allMatch(text -> text.codePointCount(0, text.length()) <= longest && Texts.areStorable(text));
    }
}
