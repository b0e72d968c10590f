package cn.zhigong.competition.ranking;

import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/events/{event}/results")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.ANYBODY)
@Tag(name = "Ranking")
class EventResultsResource {

    private final Finalising finalising;
    private final Paging paging;

    EventResultsResource(Finalising finalising, Paging paging) {
        this.finalising = finalising;
        this.paging = paging;
    }

    @GET
    @PermitAll
    @Operation(summary = "The places of an event, best first, without names. 查看赛项名次。")
    public Page<Placing> results(@PathParam("event") UUID event, @Valid @BeanParam Paging.Request request) {
        return paging.page(
                request,
                Rankings.Position::parse,
                (after, most) -> finalising.placed(event, after, most),
                Rankings.Position::after);
    }
}
