package cn.zhigong.competition.ranking;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/objections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Ranking")
class ObjectionResource {

    /** What the organiser decides; upheld means that the ranking has to be corrected. */
    record Decision(
            @NotNull Verdict decision,
            @NotBlank @Size(max = 1_000) String reason) {}

    enum Verdict {
        UPHELD,
        REFUSED
    }

    private final Objecting objecting;
    private final CurrentCaller caller;

    ObjectionResource(Objecting objecting, CurrentCaller caller) {
        this.objecting = objecting;
        this.caller = caller;
    }

    @GET
    @Reach(Within.OWN_OR_UNION)
    @RolesAllowed({"member", "officer", "admin", "auditor"})
    @Operation(summary = "See an objection: one's own, or as the organiser. 查看异议。")
    public ObjectionView look(@PathParam("id") UUID id) {
        return objecting.look(caller.get(), id);
    }

    @POST
    @Reach(Within.UNION)
    @Path("/decide")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Uphold or refuse an objection. 处理异议。")
    @APIResponseSchema(value = ObjectionView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "OWN_OBJECTION, OWN_RANKING, or OWN_EVENT")
    @APIResponse(responseCode = "409", description = "OBJECTION_DECIDED")
    public ObjectionView decide(@PathParam("id") UUID id, @Valid @NotNull Decision wanted) {
        return objecting.decide(caller.get(), id, wanted.decision() == Verdict.UPHELD, wanted.reason());
    }
}
