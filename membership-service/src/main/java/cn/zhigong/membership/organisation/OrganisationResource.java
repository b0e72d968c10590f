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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Organisations", description = "The tree of union organisations. 工会组织。")
class OrganisationResource {

    /** A move below another parent. */
    record Move(
            @NotNull UUID newParentId,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param successorId who gets the members, groups and employers; needed while there are any */
    record Dissolution(
            @NotBlank @Size(max = 500) String reason,
            @Nullable UUID successorId) {}

    /** @param intoId an organisation of the same level, which takes over the children too */
    record Merger(
            @NotNull UUID intoId, @NotBlank @Size(max = 500) String reason) {}

    static class Filters extends Paging.Request {

        @QueryParam("under")
        @Nullable UUID under;

        @QueryParam("kind")
        @Parameter(description = "Only those of this kind. 仅限该类型。")
        @Nullable OrganisationKind kind;

        @QueryParam("level")
        @Parameter(description = "Only those of this level. 仅限该层级。")
        @Min(0) @Max(9) @Nullable Integer level;

        @QueryParam("state")
        @Nullable OrganisationState state;

        @QueryParam("q")
        @Size(max = 100) @Nullable String text;
    }

    private final Organising organising;
    private final Restructuring restructuring;
    private final Paging paging;
    private final CurrentCaller caller;

    OrganisationResource(Organising organising, Restructuring restructuring, Paging paging, CurrentCaller caller) {
        this.organising = organising;
        this.restructuring = restructuring;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Enter an organisation below one that you work for. 在所辖工会之下登记工会组织。")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "No such parent within your grants")
    @APIResponse(responseCode = "409", description = "The code or credit code is taken, or there is a root already")
    @APIResponse(responseCode = "422", description = "A field breaks a rule, or the parent is not of a level above")
    public RestResponse<OrganisationView> enter(@Valid @NotNull NewOrganisation wanted) {
        var entered = organising.enter(caller.get(), wanted);
        return Created.at("/v1/organisations/" + entered.id(), entered);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(
            summary = "List the organisations that you may see, parents before children. 查询所辖工会组织。",
            description = "q finds a part of the name, or a whole code")
    public Page<OrganisationView> list(@Valid @BeanParam Filters filters) {
        var wanted = new Tree.Filter(filters.kind, filters.level, filters.state, filters.text);
        return paging.page(
                        filters,
                        path -> path,
                        (after, most) -> organising.list(caller.get(), filters.under, wanted, after, most),
                        Organising.Row::path)
                .map(Organising.Row::view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Read an organisation. 查看工会组织。")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "No such organisation within your grants")
    public OrganisationView read(UUID id) {
        return organising.read(caller.get(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({"officer", "admin"})
    @Operation(
            summary = "Correct the facts of an organisation. 修改工会组织信息。",
            description = "Its code, kind, level, place and state cannot be reached this way;"
                    + " district, street, zone and workerGroups need a grant over its parent")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganisationFacts.class)))
    @APIResponseSchema(OrganisationView.class)
    @APIResponse(responseCode = "403", description = "Your grant is too small, or whom it takes in is decided above")
    @APIResponse(responseCode = "412", description = "Somebody changed it since you read it")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public OrganisationView correct(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        return organising.correct(caller.get(), id, ifMatch, patch);
    }

    @GET
    @Path("/{id}/parents")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(
            summary = "Where an organisation has stood in the tree, the newest first. 查询隶属关系沿革。",
            description = "asOf narrows it to the parent at that instant")
    public Page<Tree.Parenthood> parents(UUID id, @QueryParam("asOf") @Nullable Instant asOf) {
        return Page.whole(organising.parents(caller.get(), id, asOf));
    }

    @POST
    @Path("/{id}/move")
    @RolesAllowed({"officer", "admin"})
    @Operation(
            summary = "Move an organisation and everything below it to another parent. 调整隶属关系。",
            description = "Needs a grant over the present parent and over the new one")
    @APIResponse(responseCode = "409", description = "It would become its own ancestor, or it has ended")
    @APIResponse(responseCode = "422", description = "The parent is not of a level above")
    @APIResponseSchema(OrganisationView.class)
    public OrganisationView move(UUID id, @Valid @NotNull Move move) {
        return restructuring.move(caller.get(), id, move.newParentId(), move.reason());
    }

    @POST
    @Path("/{id}/dissolve")
    @RolesAllowed({"officer", "admin"})
    @Operation(
            summary = "Dissolve an organisation without active children. 撤销工会组织。",
            description = "Needs a grant over its parent; what it holds passes to the successor")
    @APIResponse(responseCode = "409", description = "It has active children, holds something, or has ended")
    @APIResponseSchema(OrganisationView.class)
    public OrganisationView dissolve(UUID id, @Valid @NotNull Dissolution dissolution) {
        return restructuring.dissolve(caller.get(), id, dissolution.reason(), dissolution.successorId());
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed({"officer", "admin"})
    @Operation(
            summary = "Merge an organisation, its children and what it holds into another. 合并工会组织。",
            description = "Needs a grant over its parent and over the other")
    @APIResponse(responseCode = "409", description = "The other lies below it, or one of them has ended")
    @APIResponse(responseCode = "422", description = "They are of different levels")
    @APIResponseSchema(OrganisationView.class)
    public OrganisationView merge(UUID id, @Valid @NotNull Merger merger) {
        return restructuring.merge(caller.get(), id, merger.intoId(), merger.reason());
    }
}
