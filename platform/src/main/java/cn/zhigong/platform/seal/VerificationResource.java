package cn.zhigong.platform.seal;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.Access;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recomputes every seal from the entries, compares it with the published one and says which is the first bad one. */
@Path("/v1/audit/verification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Access.AUDITOR, Access.ADMIN})
@Reach(Within.CITY)
@Tag(name = "operations")
class VerificationResource {

    private final Verifying verifying;

    VerificationResource(Verifying verifying) {
        this.verifying = verifying;
    }

    @GET
    @Operation(summary = "Whether the audit log is as it was sealed. 校验审计日志是否被改动。")
    public AuditVerification verification() {
        return verifying.verify();
    }
}
