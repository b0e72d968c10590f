package cn.zhigong.membership.organisation;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/organisations/{id}/employers")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Organisations")
class EmployerResource {

    /** A change of the covering union. */
    record Move(@NotNull UUID newOrganisationId) {}

    private final Covering covering;
    private final Paging paging;
    private final CurrentCaller caller;

    EmployerResource(Covering covering, Paging paging, CurrentCaller caller) {
        this.covering = covering;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Register an employer that the union covers. 登记覆盖的用人单位。")
    @APIResponseSchema(value = EmployerView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "The credit code is registered, here or at another union")
    @APIResponse(responseCode = "422", description = "A field breaks a rule, or the level covers no employers")
    public RestResponse<EmployerView> cover(UUID id, @Valid @NotNull Employer.New wanted) {
        var covered = covering.cover(caller.get(), id, wanted);
        return Created.at("/v1/organisations/" + id + "/employers/" + covered.id(), covered);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "List the employers that a union covers. 查询覆盖单位。")
    public Page<EmployerView> list(UUID id, @Valid @BeanParam Paging.Request request) {
        return paging.page(
                request, (after, most) -> covering.employers(caller.get(), id, after, most), EmployerView::id);
    }

    @GET
    @Path("/{employerId}")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Read an employer. 查看用人单位。")
    public EmployerView read(UUID id, UUID employerId) {
        return covering.employer(caller.get(), id, employerId);
    }

    @PATCH
    @Path("/{employerId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Correct an employer's facts; its credit code stays. 修改用人单位信息。")
    @RequestBody(content = @Content(schema = @Schema(implementation = Employer.Facts.class)))
    @APIResponseSchema(EmployerView.class)
    @APIResponse(responseCode = "412", description = "Somebody changed it since you read it")
    public EmployerView correct(
            UUID id, UUID employerId, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        return covering.correctEmployer(caller.get(), id, employerId, ifMatch, patch);
    }

    @POST
    @Path("/{employerId}/move")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Let another union cover an employer. 调整覆盖关系。", description = "Needs a grant over both unions")
    @APIResponseSchema(EmployerView.class)
    @APIResponse(responseCode = "409", description = "The other union has ended")
    public EmployerView move(UUID id, UUID employerId, @Valid @NotNull Move move) {
        return covering.moveEmployer(caller.get(), id, employerId, move.newOrganisationId());
    }
}
