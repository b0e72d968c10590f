package cn.zhigong.competition.ranking;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/events/{event}/ranking")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.UNION)
@Tag(name = "Ranking")
class RankingResource {

    /** Every registered entry of the event once. */
    record WantedRanking(@NotNull @Size(max = 3_000) List<@NotNull @Valid Placing> results) {}

    private final Judging judging;
    private final CurrentCaller caller;

    RankingResource(Judging judging, CurrentCaller caller) {
        this.judging = judging;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed({"officer", "judge", "admin"})
    @Operation(
            summary = "Enter the ranking of an event, as a judge of it or the organiser. 录入名次。",
            description =
                    "If-Match is needed as soon as there is a ranking, so that nobody overwrites what they have not seen.")
    @APIResponseSchema(value = RankingView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "Not a judge of this contest, or an entrant of the event")
    @APIResponse(responseCode = "409", description = "RANKING_NOT_OPEN, or RANKING_UNCHANGED")
    @APIResponse(responseCode = "422", description = "An entry is missing, unknown or twice there, or ranks have gaps")
    public RankingView enter(
            @PathParam("event") UUID event,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull WantedRanking wanted) {
        return judging.enter(caller.get(), event, ifMatch, wanted.results());
    }

    @GET
    @RolesAllowed({"officer", "judge", "admin", "auditor"})
    @Operation(summary = "See the ranking of an event, as a judge of it or the organiser. 查看名次。")
    public RankingView look(@PathParam("event") UUID event) {
        return judging.look(caller.get(), event);
    }
}
