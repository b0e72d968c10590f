package cn.zhigong.membership.organisation;

import cn.zhigong.platform.directory.GrantRole;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/organisations/{id}/officers")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Organisations")
class OfficerResource {

    /**
     * A role for an account.
     *
     * @param account the subject of the officer's tokens
     * @param from now when absent; not earlier, except from an administrator
     * @param until open when absent, which needs an open grant of the giver's own
     */
    record NewGrant(
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\S+") String account,

            @NotNull GrantRole role,
            @Nullable Instant from,
            @Nullable Instant until) {}

    record Revocation(@NotBlank @Size(max = 500) String reason) {}

    static class Filters extends Paging.Request {

        @QueryParam("at")
        @Nullable Instant at;
    }

    private final Appointing appointing;
    private final Paging paging;
    private final CurrentCaller caller;

    OfficerResource(Appointing appointing, Paging paging, CurrentCaller caller) {
        this.appointing = appointing;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(
            summary = "Give an officer a role at an organisation and below. 授予工会干部角色。",
            description = "Up to one's own role and for no longer than one holds it, never to oneself;"
                    + " effective here at once, elsewhere within seconds")
    @APIResponseSchema(value = OfficerGrantView.class, responseCode = "201")
    @APIResponse(
            responseCode = "403",
            description = "More than your own role, for longer than you hold it, or to yourself")
    @APIResponse(responseCode = "409", description = "The account has the role in an overlapping period")
    public RestResponse<OfficerGrantView> appoint(UUID id, @Valid @NotNull NewGrant wanted) {
        var given = appointing.appoint(
                caller.get(),
                id,
                new Appointing.Appointment(wanted.account(), wanted.role(), wanted.from(), wanted.until()));
        return Created.at("/v1/organisations/" + id + "/officers/" + given.id(), given);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(
            summary = "List the grants at an organisation. 查询授权。",
            description = "at narrows it to those that hold at that instant; grants further up hold here too")
    public Page<OfficerGrantView> list(UUID id, @Valid @BeanParam Filters filters) {
        return paging.page(
                filters,
                (after, most) -> appointing.list(caller.get(), id, filters.at, after, most),
                OfficerGrantView::id);
    }

    @GET
    @Path("/{grantId}")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Read a grant. 查看授权。")
    public OfficerGrantView read(UUID id, UUID grantId) {
        return appointing.read(caller.get(), id, grantId);
    }

    @POST
    @Path("/{grantId}/revoke")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Take a grant back at once. 撤销授权。")
    @APIResponse(responseCode = "409", description = "It was revoked already, or has expired")
    @APIResponseSchema(OfficerGrantView.class)
    public OfficerGrantView revoke(UUID id, UUID grantId, @Valid @NotNull Revocation revocation) {
        return appointing.revoke(caller.get(), id, grantId, revocation.reason());
    }
}
