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

@Path("/v1/contests/{id}/finalise")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Ranking")
class FinalResource {

    private final Finalising finalising;
    private final CurrentCaller caller;

    FinalResource(Finalising finalising, CurrentCaller caller) {
        this.finalising = finalising;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Make the result final. 确定最终结果。")
    @APIResponseSchema(value = ResultsView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "OWN_RANKING, or OWN_EVENT")
    @APIResponse(responseCode = "409", description = "RESULT_NOT_FINAL with every reason, or another state")
    public ResultsView finalise(@PathParam("id") UUID id) {
        return finalising.finalise(caller.get(), id);
    }
}
