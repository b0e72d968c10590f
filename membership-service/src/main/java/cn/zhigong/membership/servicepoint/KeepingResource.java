package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.reference.PublicText;
import cn.zhigong.platform.security.CurrentCaller;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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

/** The register of service points, for the officers of the unions that own them. */
@Path("/v1/service-points")
@Tag(name = "Service points 服务阵地")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Reach(Within.UNION)
@Idempotent
class KeepingResource {

    /**
     * A step into another state.
     *
     * @param on when it was taken; today unless told otherwise, not before the last one
     * @param reason that everybody may read
     */
    record PointStep(
            @Nullable LocalDate on,
            @NotBlank @Size(max = 500) @PublicText String reason) {}

    private static final String NEEDS = "No such service point, or none within your grants";

    private final KeepingPoints keeping;
    private final CurrentCaller caller;

    KeepingResource(KeepingPoints keeping, CurrentCaller caller) {
        this.keeping = keeping;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Enter a service point of a union that you work for, as planned. 登记服务阵地。")
    @APIResponseSchema(value = ServicePointView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "No such organisation within your grants")
    @APIResponse(responseCode = "409", description = "The organisation has ended")
    @APIResponse(responseCode = "422", description = "A field is wrong, or does not fit the type")
    public RestResponse<ServicePointView> enter(@NotNull @Valid NewServicePoint wanted) {
        var entered = keeping.enter(caller.get(), wanted);
        return Created.at("/v1/service-points/" + entered.id(), entered);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Correct what is said of a service point. 修改服务阵地信息。",
            description = "Its type, owner and state cannot be reached this way")
    @RequestBody(content = @Content(schema = @Schema(implementation = PointFacts.class)))
    @APIResponseSchema(value = ServicePointView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = NEEDS)
    @APIResponse(responseCode = "409", description = "SERVICE_POINT_CLOSED")
    @APIResponse(responseCode = "412", description = "Somebody changed it since you read it")
    @APIResponse(responseCode = "422", description = "A field is wrong, or does not fit the type")
    public ServicePointView correct(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return keeping.correct(caller.get(), id, ifMatch, patch);
    }

    @POST
    @Path("/{id}/open")
    @Operation(summary = "Open a planned service point. 启用服务阵地。")
    @APIResponseSchema(value = ServicePointView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = NEEDS)
    @APIResponse(responseCode = "409", description = "It is not planned")
    public ServicePointView open(UUID id, @NotNull @Valid PointStep step) {
        return keeping.step(caller.get(), id, "open", ServicePoint::open, step.on(), step.reason());
    }

    @POST
    @Path("/{id}/close-temporarily")
    @Operation(summary = "Close an open service point for a while. 暂停服务阵地。")
    @APIResponseSchema(value = ServicePointView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = NEEDS)
    @APIResponse(responseCode = "409", description = "It is not open")
    public ServicePointView closeTemporarily(UUID id, @NotNull @Valid PointStep step) {
        return keeping.step(
                caller.get(), id, "close-temporarily", ServicePoint::closeTemporarily, step.on(), step.reason());
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(summary = "Open a service point again that was closed for a while. 恢复服务阵地。")
    @APIResponseSchema(value = ServicePointView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = NEEDS)
    @APIResponse(responseCode = "409", description = "It is not closed for a while")
    public ServicePointView reopen(UUID id, @NotNull @Valid PointStep step) {
        return keeping.step(caller.get(), id, "reopen", ServicePoint::reopen, step.on(), step.reason());
    }

    @POST
    @Path("/{id}/close")
    @Operation(summary = "Close a service point for good. 关闭服务阵地。")
    @APIResponseSchema(value = ServicePointView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = NEEDS)
    @APIResponse(responseCode = "409", description = "It is planned, or closed already")
    public ServicePointView close(UUID id, @NotNull @Valid PointStep step) {
        return keeping.step(caller.get(), id, "close", ServicePoint::close, step.on(), step.reason());
    }
}
