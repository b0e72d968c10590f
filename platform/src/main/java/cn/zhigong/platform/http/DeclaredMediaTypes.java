package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A body is JSON unless the operation says otherwise; the framework would try to read other types as it could. */
class DeclaredMediaTypes {

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var type = declared(request);
        if (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return;
        }
        if (!resource.getResourceMethod().isAnnotationPresent(Consumes.class)
                && !resource.getResourceClass().isAnnotationPresent(Consumes.class)) {
            throw UNSUPPORTED_MEDIA_TYPE.problem();
        }
    }

    /** What is no media type at all is none that an operation takes, also where there is no body to read. */
    private static @Nullable MediaType declared(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException malformed) {
            throw UNSUPPORTED_MEDIA_TYPE.problem();
        }
    }
}
