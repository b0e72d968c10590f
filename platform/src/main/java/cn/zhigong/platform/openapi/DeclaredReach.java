package cn.zhigong.platform.openapi;

import cn.zhigong.platform.reach.Reach;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code @Reach} into the API document as {@code x-reach}. It runs at build time, where the index of classes is,
 * and finds an operation's method by the paths of JAX-RS alone: what Quarkus notes of it is not for others.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DeclaredReach implements OASFilter {

    /** The extension that says how far an allowed role reaches. */
    static final String REACH = "x-reach";

    private static final Pattern REPEATED_SLASHES = Pattern.compile("/{2,}");

    /** The index knows our classes, not those of JAX-RS and what stands on them. */
    private static final Map<DotName, String> VERBS = Stream.of(
                    GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)
            .collect(Collectors.toMap(DotName::createSimple, Class::getSimpleName));

    private final Map<String, String> reaches = new HashMap<>();

    /** Called by the OpenAPI extension. */
    public DeclaredReach(IndexView index) {
        for (var path : index.getAnnotations(Path.class)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                var resource = path.target().asClass();
                for (var method : resource.methods()) {
                    method.annotations().stream()
                            .flatMap(one -> Stream.ofNullable(VERBS.get(one.name())))
                            .forEach(verb -> note(verb, resource, method));
                }
            }
        }
    }

    private void note(String verb, ClassInfo resource, MethodInfo method) {
        var declared = Optional.ofNullable(method.annotation(Reach.class))
                .or(() -> Optional.ofNullable(resource.declaredAnnotation(Reach.class)));
        declared.ifPresent(reach -> reaches.put(
                key(verb, path(resource.declaredAnnotation(Path.class)) + "/" + path(method.annotation(Path.class))),
                reach.value().asEnum()));
    }

    private static String path(@Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }

    private static String key(String verb, String path) {
        var clean = REPEATED_SLASHES.matcher("/" + path).replaceAll("/");
        return verb + " " + (clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((verb, operation) -> {
                    var reach = reaches.get(key(verb.name(), path));
                    if (reach != null) {
                        operation.addExtension(REACH, reach);
                    }
                }));
    }
}
