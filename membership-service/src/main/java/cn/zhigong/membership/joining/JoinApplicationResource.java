package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.AsksLoginHolder;
import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Applications to join, for those who make them: with an account, or with a confirmed phone. */
@Path("/v1/join-applications")
@Tag(name = "Joining 入会")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "officer", "applicant"})
@Idempotent
class JoinApplicationResource {

    private final Joining joining;
    private final Reviewing reviewing;
    private final MergePatch patches;
    private final CurrentCaller caller;

    JoinApplicationResource(Joining joining, Reviewing reviewing, MergePatch patches, CurrentCaller caller) {
        this.joining = joining;
        this.reviewing = reviewing;
        this.patches = patches;
        this.caller = caller;
    }

    @POST
    @Reach(Within.ANYBODY)
    @AsksLoginHolder
    @Operation(
            summary = "Apply to join; the answer does not tell whether the person is known. 提交入会申请。",
            description =
                    "The identity is checked afterwards: follow the application by its address. Who proved the same"
                            + " phone before and has an open application for the same document gets that one, as it stands."
                            + " A login becomes the member's only if its provider vouches for this identity and name;"
                            + " what others sent in for the same person gives way to it until a union has decided."
                            + " 身份核验随后进行；同一手机、同一证件已有在办申请的，返回该申请。"
                            + "登录账号经登录服务确认为本人的，方与会籍关联；他人为同一人提交、尚未审定的申请随之关闭。")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "The account has an application on its way; the code cannot be used")
    @APIResponse(responseCode = "422", description = "A field is wrong, the applicant is under 16, the charter changed")
    @APIResponse(responseCode = "429", description = "Five identities of this applicant failed within 24 hours")
    public RestResponse<ApplicationView> file(@NotNull @Valid NewApplication wanted) {
        var filed = joining.file(caller.get(), wanted);
        return Created.at("/v1/join-applications/" + filed.id(), filed);
    }

    @GET
    @Reach(Within.OWN_OR_UNION)
    @Path("/{id}")
    @RolesAllowed({"member", "officer", "applicant", "admin", "auditor"})
    @Operation(summary = "One application, own or of one's union. 查看入会申请。")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None that the caller may know of")
    public ApplicationView read(UUID id) {
        return reviewing.read(caller.get(), id);
    }

    @PATCH
    @Reach(Within.OWN)
    @AsksLoginHolder
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Correct an own draft, or what was returned or not verified. 修改申请。")
    @RequestBody(content = @Content(schema = @Schema(implementation = Correction.class)))
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The application is not in the applicant's hands")
    @APIResponse(responseCode = "412", description = "Somebody changed it meanwhile")
    public ApplicationView correct(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        var current = joining.correctable(caller.get(), id);
        EntityTags.requireCurrent(ifMatch, current.version());
        var wanted = patches.apply(patch, current.content(), Correction.class);
        return joining.correct(caller.get(), id, current.version(), wanted);
    }

    @POST
    @Reach(Within.OWN)
    @Path("/{id}/submit")
    @Operation(summary = "Hand in a draft, or again after a correction. 提交或重新提交。")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "It has been handed in")
    @APIResponse(
            responseCode = "422",
            description = "The charter it agrees to is no longer in force, or it lacks something")
    @APIResponse(responseCode = "429", description = "Five identities of this applicant failed within 24 hours")
    public ApplicationView submit(UUID id) {
        return joining.handIn(caller.get(), id);
    }

    @POST
    @Reach(Within.OWN)
    @Path("/{id}/withdraw")
    @Operation(summary = "Take an own application back. 撤回申请。")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "It has been decided")
    public ApplicationView withdraw(UUID id) {
        return joining.withdraw(caller.get(), id);
    }
}
