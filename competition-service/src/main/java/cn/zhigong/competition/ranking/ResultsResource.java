package cn.zhigong.competition.ranking;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/contests/{id}/results")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.ANYBODY)
@Tag(name = "Ranking")
class ResultsResource {

    private final Finalising finalising;

    ResultsResource(Finalising finalising) {
        this.finalising = finalising;
    }

    @GET
    @PermitAll
    @Operation(summary = "See the results, provisional or final. 查看成绩公示与结果。")
    @APIResponseSchema(value = ResultsView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "No results are shown yet")
    public ResultsView results(@PathParam("id") UUID id) {
        return finalising.results(id);
    }
}
