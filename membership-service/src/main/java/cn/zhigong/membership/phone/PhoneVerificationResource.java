package cn.zhigong.membership.phone;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.membership.phone.PhoneVerifying.Right;
import cn.zhigong.membership.phone.PhoneVerifying.Verification;
import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/phone-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.ANYBODY)
@Tag(name = "Phone verifications")
@PermitAll
@Idempotent
class PhoneVerificationResource {

    record Phone(
            @NotBlank @Size(max = 64) String phone, @NotNull Purpose purpose) {

        @Override
        public String toString() {
            // Written to the log of a refused request too, where nothing is checked yet.
            return String.valueOf(purpose);
        }
    }

    record Code(@NotBlank @Size(max = 16) String code) {

        @Override
        public String toString() {
            return "code";
        }
    }

    private final PhoneVerifying verifying;
    private final HttpServerRequest request;

    PhoneVerificationResource(PhoneVerifying verifying, HttpServerRequest request) {
        this.verifying = verifying;
        this.request = request;
    }

    @POST
    @Operation(
            summary = "Send a one-time code to a phone; the answer is the same for every phone."
                    + " 向手机发送一次性验证码（无论号码是否登记，应答相同）。")
    @APIResponseSchema(value = Verification.class, responseCode = "201")
    @APIResponse(responseCode = "429", description = "Too many codes for this phone or from this address")
    public RestResponse<Verification> start(@NotNull @Valid Phone wanted) {
        var address = request.remoteAddress().hostAddress();
        var started = verifying.start(wanted.phone(), wanted.purpose(), address);
        return Created.at("/v1/phone-verifications/" + started.id(), started);
    }

    @POST
    @Path("/{id}/confirm")
    @Transactional(NEVER)
    @Operation(summary = "Give the code for a token that is good for one application. 提交验证码，换取办理一次入会申请的令牌。")
    @APIResponseSchema(value = Right.class, responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "Not the form of an id; one that is unknown is answered like one that has expired")
    @APIResponse(responseCode = "409", description = "PHONE_CODE_EXPIRED: expired, used, tried too often or unknown")
    @APIResponse(responseCode = "422", description = "PHONE_CODE_WRONG, with triesLeft")
    public Right confirm(UUID id, @NotNull @Valid Code given) {
        return verifying.confirm(id, given.code());
    }
}
