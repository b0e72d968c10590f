package cn.zhigong.platform.problem;

import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;

/** Tells the parameter that takes a request's body from those that take something of its address or headers. */
final class BodyParameters {

    private BodyParameters() {}

    static boolean isBody(Class<?> resource, Path.MethodNode method, Path.ParameterNode parameter) {
        var operation = operation(resource, method);
        var violated = operation.getParameters()[parameter.getParameterIndex()];
        return Arrays.stream(violated.getAnnotations()).noneMatch(BodyParameters::isOfRest)
                && !isNamedIn(operation, violated)
                && !isNamedIn(operation.getDeclaringClass(), violated);
    }

    /** As its class declares it: the subclass that Quarkus puts before one with interceptors has no annotations. */
    private static Method operation(Class<?> resource, Path.MethodNode method) {
        Method declared = null;
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            for (var candidate : type.getDeclaredMethods()) {
                if (is(candidate, method)) {
                    declared = candidate;
                }
            }
        }
        if (declared == null) {
            throw new IllegalStateException("No method " + method.getName() + " in " + resource);
        }
        return declared;
    }

    private static boolean is(Method candidate, Path.MethodNode method) {
        return candidate.getName().equals(method.getName())
                && List.of(candidate.getParameterTypes()).equals(method.getParameterTypes());
    }

    private static boolean isOfRest(Annotation annotation) {
        var name = annotation.annotationType().getPackageName();
        return name.startsWith("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy");
    }

    /** A parameter without annotation is a part of the path when the path names it. */
    private static boolean isNamedIn(AnnotatedElement place, Parameter parameter) {
        var path = place.getAnnotation(jakarta.ws.rs.Path.class);
        return path != null
                && (path.value().contains("{" + parameter.getName() + "}")
                        || path.value().contains("{" + parameter.getName() + ":"));
    }
}
