package cn.zhigong.competition.ranking;

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

@Path("/v1/contests/{id}/publicise")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Ranking")
class PublicityResource {

    private final Finalising finalising;
    private final CurrentCaller caller;

    PublicityResource(Finalising finalising, CurrentCaller caller) {
        this.finalising = finalising;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Show the provisional result for five working days. 公示名次，五个工作日。")
    @APIResponseSchema(value = ResultsView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Not every event is ranked, or it is shown already")
    public ResultsView publicise(@PathParam("id") UUID id) {
        return finalising.publicise(caller.get(), id);
    }
}
