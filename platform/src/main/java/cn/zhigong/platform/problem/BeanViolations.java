package cn.zhigong.platform.problem;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_PARAMETER;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Bean Validation's findings in the words of the API: fields as in the JSON, codes of the catalogue. */
final class BeanViolations {

    /** What the whole body is called: the name of the parameter that takes it is Java's, not the API's. */
    private static final String BODY = "body";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "REQUIRED"),
            Map.entry("NotBlank", "REQUIRED"),
            Map.entry("NotEmpty", "REQUIRED"),
            Map.entry("Size", "LENGTH"),
            Map.entry("Min", "RANGE"),
            Map.entry("Max", "RANGE"),
            Map.entry("Positive", "RANGE"),
            Map.entry("PositiveOrZero", "RANGE"),
            Map.entry("Pattern", "FORMAT"),
            Map.entry("AssertTrue", "REQUIRED"));

    private BeanViolations() {}

    static Problem problem(ConstraintViolationException invalid) {
        for (var violation : invalid.getConstraintViolations()) {
            if (kinds(violation.getPropertyPath()).contains(ElementKind.RETURN_VALUE)) {
                throw new IllegalStateException("An answer broke its own rules", invalid);
            }
        }
        var inBody = invalid.getConstraintViolations().stream().anyMatch(BeanViolations::isInBody);
        var violations = invalid.getConstraintViolations().stream()
                .map(violation -> new Violation(field(violation), code(violation)))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
                .toList();
        return (inBody ? INVALID_CONTENT : INVALID_PARAMETER).problem().at(violations);
    }

    private static boolean isInBody(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        return nodes.size() < 2
                || nodes.get(1).getKind() != ElementKind.PARAMETER
                || BodyParameters.isBody(
                        violation.getRootBeanClass(),
                        nodes.get(0).as(Path.MethodNode.class),
                        nodes.get(1).as(Path.ParameterNode.class));
    }

    private static List<ElementKind> kinds(Path path) {
        var kinds = new ArrayList<ElementKind>();
        path.forEach(node -> kinds.add(node.getKind()));
        return kinds;
    }

    private static String field(ConstraintViolation<?> violation) {
        var names = new ArrayList<String>();
        var lastParameter = "";
        for (var node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                // An element has no name of its own: the node of what holds it shows its index, if it has one.
                case PROPERTY -> names.add(node.toString());
                case PARAMETER -> lastParameter = node.getName();
                default -> {}
            }
        }
        if (names.isEmpty()) {
            return isInBody(violation) ? BODY : lastParameter;
        }
        return String.join(".", names);
    }

    private static String code(ConstraintViolation<?> violation) {
        var message = violation.getMessageTemplate();
        if (isCode(message)) {
            return message;
        }
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return CODES.getOrDefault(constraint, "INVALID");
    }

    private static boolean isCode(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z'));
    }
}
