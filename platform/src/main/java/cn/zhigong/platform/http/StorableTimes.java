package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_PARAMETER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a time in a query parameter that {@link Times} does not take, by the parameter's name; a JSON body's are
 * {@link StrictJson}'s. A filter, since the framework asks no {@code ParamConverter} for types of {@code java.time}.
 */
@ApplicationScoped
class StorableTimes {

    private static final Map<Class<?>, Function<String, ?>> READERS =
            Map.of(Instant.class, Times::instant, LocalDate.class, Times::date);

    private final QueryParameters parameters;

    StorableTimes(QueryParameters parameters) {
        this.parameters = parameters;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        parameters.of(resource.getResourceMethod()).forEach((name, type) -> {
            var reader = READERS.get(type);
            if (reader != null
                    && given.containsKey(name)
                    && !given.get(name).stream().allMatch(reads(reader))) {
                throw INVALID_PARAMETER.at(name, "FORMAT");
            }
        });
    }

    private static Predicate<String> reads(Function<String, ?> reader) {
        return text -> {
            try {
                return reader.apply(text) != null;
            } catch (DateTimeException unfit) {
                return false;
            }
        };
    }
}
