package cn.zhigong.competition.registration;

import cn.zhigong.competition.contest.ContestState;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
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

@Path("/v1/contests/{id}/ready")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Contests")
class ReadyResource {

    /** Where the contest stands now. */
    record Readiness(UUID contestId, ContestState state) {}

    private final Registering registering;
    private final CurrentCaller caller;

    ReadyResource(Registering registering, CurrentCaller caller) {
        this.registering = registering;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Check all entries again before the start; who left the union is taken off. 赛前资格复核。")
    @APIResponseSchema(value = Readiness.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Registration is not closed, or the contest is further on")
    public Readiness ready(@PathParam("id") UUID id) {
        return new Readiness(id, registering.ready(caller.get(), id));
    }
}
