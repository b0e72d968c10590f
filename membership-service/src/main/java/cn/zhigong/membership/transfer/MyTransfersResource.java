package cn.zhigong.membership.transfer;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own transfers. */
@Path("/v1/members/me/transfers")
@Reach(Within.OWN)
@Tag(name = "My membership 我的会籍")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
class MyTransfersResource {

    /** The caller's transfers. */
    record Transfers(List<TransferView> items) {}

    private final Transferring transferring;
    private final CurrentCaller caller;

    MyTransfersResource(Transferring transferring, CurrentCaller caller) {
        this.transferring = transferring;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My transfers. 我的会籍接转。")
    @APIResponseSchema(value = Transfers.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_A_MEMBER")
    public Transfers list() {
        return new Transfers(transferring.mine(caller.get()));
    }
}
