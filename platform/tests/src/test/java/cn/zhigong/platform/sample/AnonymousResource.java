package cn.zhigong.platform.sample;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A POST of nobody: keys of callers without a token are told apart too. */
@Path("/v1/notes/anonymous")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Reach(Within.ANYBODY)
@Idempotent
class AnonymousResource {

    @POST
    public int length(@NotNull String text) {
        return text.length();
    }
}
