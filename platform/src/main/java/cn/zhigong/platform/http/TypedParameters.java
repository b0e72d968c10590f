package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_PARAMETER;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that is not of its type or is given twice, by the parameter's name: the framework would
 * take the first of two, or answer that nothing was found, and asks no {@code ParamConverter} for types of
 * {@code java.time}. Of times it takes what {@link Times} takes. A JSON body is {@link StrictJson}'s.
 */
@Singleton
class TypedParameters {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            Instant.class, Times::instant,
            LocalDate.class, Times::date,
            UUID.class, TypedParameters::uuid,
            Integer.class, TypedParameters::integer,
            int.class, TypedParameters::integer);

    /** Java reads the digits of every script, and a plus. */
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");

    private final QueryParameters parameters;

    TypedParameters(QueryParameters parameters) {
        this.parameters = parameters;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        parameters.of(resource.getResourceMethod()).forEach((name, type) -> {
            var values = given.getOrDefault(name, List.of());
            if (values.size() > 1) {
                throw INVALID_PARAMETER.at(name, "DUPLICATE");
            }
            if (!values.stream().allMatch(form(type))) {
                throw INVALID_PARAMETER.at(name, "FORMAT").choices(type);
            }
        });
    }

    private static Predicate<String> form(Class<?> type) {
        if (type == String.class) {
            return _ -> true;
        }
        if (type == Boolean.class || type == boolean.class) {
            return text -> "true".equals(text) || "false".equals(text);
        }
        if (type.isEnum()) {
            return text -> Arrays.stream(type.getEnumConstants())
                    .anyMatch(constant -> ((Enum<?>) constant).name().equals(text));
        }
        var reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalStateException("No form is known for query parameters of " + type);
        }
        return reads(reader);
    }

    /** Java reads {@code 1-1-1-1-1} too. */
    private static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not the form of a UUID");
        }
        return id;
    }

    private static Integer integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new IllegalArgumentException("Not the form of an integer");
        }
        return Integer.valueOf(text);
    }

    private static Predicate<String> reads(Function<String, ?> reader) {
        return text -> {
            try {
                return reader.apply(text) != null;
            } catch (RuntimeException unfit) {
                return false;
            }
        };
    }
}
