package cn.zhigong.platform.testing;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Constraints that nobody looks at: written inside a qualified type, {@code Day.@NotNull Kind}, they belong to the type
 * alone and not to the field or parameter.
 */
final class LostConstraints {

    private LostConstraints() {}

    /** In words those of a class. */
    static Stream<String> in(Class<?> type) {
        var fields = Arrays.stream(type.getDeclaredFields())
                .flatMap(field -> in(field, field.getAnnotatedType(), field.toString()));
        var parameters = Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getParameters())
                        .flatMap(one -> in(one, one.getAnnotatedType(), one + " of " + method)));
        return Stream.concat(fields, parameters);
    }

    private static Stream<String> in(AnnotatedElement element, AnnotatedType type, String name) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .filter(LostConstraints::validates)
                .filter(annotation -> !element.isAnnotationPresent(annotation))
                .map(annotation -> "@" + annotation.getSimpleName() + " of " + name);
    }

    private static boolean validates(Class<? extends Annotation> annotation) {
        return annotation == Valid.class || annotation.isAnnotationPresent(Constraint.class);
    }
}
