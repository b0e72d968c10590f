package cn.zhigong.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;

/** Which query parameters an operation has, and what they are read as. */
@Singleton
class QueryParameters {

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    /** The types of the operation's query parameters by their names. */
    Map<String, Class<?>> of(Method operation) {
        return known.computeIfAbsent(operation, QueryParameters::parameters);
    }

    private static Map<String, Class<?>> parameters(Method operation) {
        Map<String, Class<?>> types = new HashMap<>();
        for (var parameter : operation.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                types.put(parameter.getAnnotation(QueryParam.class).value(), parameter.getType());
            } else if (parameter.isAnnotationPresent(RestQuery.class)) {
                var name = parameter.getAnnotation(RestQuery.class).value();
                types.put(name.isEmpty() ? parameter.getName() : name, parameter.getType());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                types.putAll(fields(parameter.getType()));
            }
        }
        return Map.copyOf(types);
    }

    private static Map<String, Class<?>> fields(Class<?> bean) {
        Map<String, Class<?>> types = new HashMap<>();
        for (var type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    types.put(field.getAnnotation(QueryParam.class).value(), field.getType());
                }
            }
        }
        return types;
    }
}
