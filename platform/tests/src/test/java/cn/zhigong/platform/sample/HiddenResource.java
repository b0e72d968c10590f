package cn.zhigong.platform.sample;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Answers what the API document does not promise: nothing of it stands there. */
@Path("/v1/hidden")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Reach(Within.ANYBODY)
class HiddenResource {

    record Secret(String word) {}

    @GET
    @Operation(hidden = true)
    public Secret tell() {
        return new Secret("nobody promised this");
    }
}
