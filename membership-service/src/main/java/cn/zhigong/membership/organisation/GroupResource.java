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

@Path("/v1/organisations/{id}/groups")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Organisations")
class GroupResource {

    private final Covering covering;
    private final Paging paging;
    private final CurrentCaller caller;

    GroupResource(Covering covering, Paging paging, CurrentCaller caller) {
        this.covering = covering;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Form a union group. 建立工会小组。")
    @APIResponseSchema(value = GroupView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "The organisation has a group of this name, or has ended")
    @APIResponse(responseCode = "422", description = "Only organisations of level 4 and 5 have groups")
    public RestResponse<GroupView> form(UUID id, @Valid @NotNull UnionGroup.Facts facts) {
        var formed = covering.formGroup(caller.get(), id, facts);
        return Created.at("/v1/organisations/" + id + "/groups/" + formed.id(), formed);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "List the union groups of an organisation. 查询工会小组。")
    public Page<GroupView> list(UUID id, @Valid @BeanParam Paging.Request request) {
        return paging.page(request, (after, most) -> covering.groups(caller.get(), id, after, most), GroupView::id);
    }

    @GET
    @Path("/{groupId}")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Read a union group. 查看工会小组。")
    public GroupView read(UUID id, UUID groupId) {
        return covering.group(caller.get(), id, groupId);
    }

    @PATCH
    @Path("/{groupId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Correct a union group. 修改工会小组。")
    @RequestBody(content = @Content(schema = @Schema(implementation = UnionGroup.Facts.class)))
    @APIResponseSchema(GroupView.class)
    @APIResponse(responseCode = "412", description = "Somebody changed it since you read it")
    public GroupView correct(UUID id, UUID groupId, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        return covering.correctGroup(caller.get(), id, groupId, ifMatch, patch);
    }

    @POST
    @Path("/{groupId}/close")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Close a union group. 撤销工会小组。")
    @APIResponseSchema(GroupView.class)
    @APIResponse(responseCode = "409", description = "It is closed already")
    public GroupView close(UUID id, UUID groupId) {
        return covering.closeGroup(caller.get(), id, groupId);
    }
}
