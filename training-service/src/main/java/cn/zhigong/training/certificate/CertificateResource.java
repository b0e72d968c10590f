package cn.zhigong.training.certificate;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/certificates/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Certificates")
class CertificateResource {

    /** Why a certificate is revoked. */
    record Revocation(@NotBlank @Size(max = 500) String reason) {}

    private final Certificates certificates;

    CertificateResource(Certificates certificates) {
        this.certificates = certificates;
    }

    @GET
    @Reach(Within.ANYBODY)
    @PermitAll
    @Operation(summary = "Verify a certificate by its number. 凭编号核验证书。")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "No certificate has this number")
    public CertificateView verify(@PathParam("number") String number) {
        return certificates.verify(number);
    }

    @POST
    @Reach(Within.CITY)
    @Path("/revoke")
    @RolesAllowed({"bureau", "training:promotions:write"})
    @Operation(summary = "Revoke a certificate, as the human resources bureau. 人社部门撤销证书。")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "ALREADY_REVOKED")
    public CertificateView revoke(@PathParam("number") String number, @Valid @NotNull Revocation revocation) {
        return certificates.revoke(number, revocation.reason());
    }
}
