package cn.zhigong.membership.joincode;

import cn.zhigong.membership.joincode.Issuing.Live;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.security.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/join-codes/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Join codes")
@RunOnVirtualThread
@Idempotent
class JoinCodeResource {

    private final JoinCodes codes;
    private final Issuing issuing;
    private final CurrentCaller caller;

    JoinCodeResource(JoinCodes codes, Issuing issuing, CurrentCaller caller) {
        this.codes = codes;
        this.issuing = issuing;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What a scanned code invites to; for a live code with the pass to apply with."
                    + " 查询扫到的入会码；动态码同时返回申请凭证。")
    @APIResponse(responseCode = "404", description = "JOIN_CODE_UNKNOWN")
    @APIResponse(
            responseCode = "409",
            description = "JOIN_CODE_NOT_YET_VALID, JOIN_CODE_EXPIRED, JOIN_CODE_REVOKED or JOIN_CODE_EXHAUSTED")
    public JoinCodes.Invitation invitation(String code) {
        return codes.invitation(code);
    }

    @GET
    @Path("/live")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "What the display of a live code shows now, by code or id. 获取动态入会码当前的内容。")
    @APIResponse(responseCode = "409", description = "JOIN_CODE_OF_OTHER_KIND: the code is a poster's")
    public Live live(String code) {
        return issuing.live(caller.get(), code);
    }

    @POST
    @Path("/revoke")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Take a join code back at once and for ever, by code or id. 立即撤销入会码。")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION: it was taken back before")
    public JoinCodeView revoke(String code) {
        return issuing.revoke(caller.get(), code);
    }
}
