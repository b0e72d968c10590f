package cn.zhigong.membership.member;

import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transfers of members, for the officers of either union. */
@Path("/v1/transfers")
@Reach(Within.UNION)
@Tag(name = "Members 会员")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin", "auditor"})
class TransferResource {

    private final Looking looking;
    private final Paging paging;
    private final CurrentCaller caller;

    TransferResource(Looking looking, Paging paging, CurrentCaller caller) {
        this.looking = looking;
        this.paging = paging;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Transfers from or to the unions one is an officer of. 查询会籍接转。")
    public Page<TransferView> list(
            @Valid @BeanParam Paging.Request request, @QueryParam("under") @Nullable UUID under) {
        return paging.page(
                request, (after, most) -> looking.transfers(caller.get(), under, after, most), TransferView::id);
    }
}
