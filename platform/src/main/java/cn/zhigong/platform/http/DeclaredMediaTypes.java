package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A body is JSON unless the operation says otherwise; the framework would try to read other types as it could. */
class DeclaredMediaTypes {

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var type = request.getMediaType();
        if (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return;
        }
        if (!resource.getResourceMethod().isAnnotationPresent(Consumes.class)
                && !resource.getResourceClass().isAnnotationPresent(Consumes.class)) {
            throw UNSUPPORTED_MEDIA_TYPE.problem();
        }
    }
}
