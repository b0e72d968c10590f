package cn.zhigong.competition.ranking;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/contests/{id}/objections")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Ranking")
class ContestObjectionResource {

    /** What somebody objects to: an entry, or without one the list as a whole. */
    record NewObjection(
            @Nullable UUID entryId,
            @NotBlank @Size(max = 2_000) String grounds) {}

    private final Objecting objecting;
    private final Paging paging;
    private final CurrentCaller caller;

    ContestObjectionResource(Objecting objecting, Paging paging, CurrentCaller caller) {
        this.objecting = objecting;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @Reach(Within.CITY)
    @RolesAllowed("member")
    @Operation(summary = "Object to a provisional result, in one's own name. 实名提出异议。")
    @APIResponseSchema(value = ObjectionView.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "REAL_NAME_NEEDED: the account belongs to no member")
    @APIResponse(responseCode = "409", description = "NO_PUBLICITY, or OBJECTION_PENDING")
    public RestResponse<ObjectionView> object(@PathParam("id") UUID id, @Valid @NotNull NewObjection wanted) {
        var view = objecting.object(caller.get(), id, wanted.entryId(), wanted.grounds());
        return Created.at("/v1/objections/" + view.id(), view);
    }

    @GET
    @Reach(Within.UNION)
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "List the objections to a contest, as its organiser. 查询异议。")
    public Page<ObjectionView> list(@PathParam("id") UUID id, @Valid @BeanParam Paging.Request request) {
        return paging.page(request, (after, most) -> objecting.list(caller.get(), id, after, most), ObjectionView::id);
    }
}
