package cn.zhigong.platform.sample;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** A POST of nobody: keys of callers without a token are told apart too. */
@Path("/v1/notes/anonymous")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Reach(Within.ANYBODY)
@Idempotent
class AnonymousResource {

    private final Audit audit;

    AnonymousResource(Audit audit) {
        this.audit = audit;
    }

    @POST
    public int length(@NotNull String text) {
        audit.record("text.measure", "length", text.length(), Map.of());
        return text.length();
    }
}
