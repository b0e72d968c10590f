package cn.zhigong.membership.joincode;

import cn.zhigong.membership.joincode.Issuing.Wanted;
import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The join codes of one union. Under the union's own template: of two classes the longer literal path wins alone. */
@Path("/v1/organisations/{id}/join-codes")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.UNION)
@Tag(name = "Join codes")
@Idempotent
class UnionJoinCodesResource {

    private static final int MOST_USES = 1_000_000;

    record NewJoinCode(
            @NotNull JoinCodes.Kind kind,
            @Nullable UUID groupId,
            @Nullable Instant validFrom,
            @NotNull Instant validUntil,
            @Nullable @Min(1) @Max(MOST_USES) Integer maxUses) {

        Wanted wanted() {
            return new Wanted(kind, groupId, validFrom, validUntil, maxUses);
        }
    }

    private final Issuing issuing;
    private final Paging paging;
    private final CurrentCaller caller;

    UnionJoinCodesResource(Issuing issuing, Paging paging, CurrentCaller caller) {
        this.issuing = issuing;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Issue a join code of a union. 为工会签发入会码。")
    @APIResponseSchema(value = JoinCodeView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "ORGANISATION_TAKES_NO_MEMBERS")
    @APIResponse(responseCode = "422", description = "The window ends before it begins, in the past, or after a year")
    public RestResponse<JoinCodeView> issue(UUID id, @NotNull @Valid NewJoinCode wanted) {
        var issued = issuing.issue(caller.get(), id, wanted.wanted());
        return Created.at("/v1/join-codes/" + issued.id(), issued);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "List a union's join codes, oldest first. 列出工会的入会码。")
    public Page<JoinCodeView> list(UUID id, @Valid @BeanParam Paging.Request request) {
        return paging.page(request, (after, most) -> issuing.list(caller.get(), id, after, most), JoinCodeView::id);
    }
}
