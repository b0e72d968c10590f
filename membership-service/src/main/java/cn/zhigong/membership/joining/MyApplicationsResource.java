package cn.zhigong.membership.joining;

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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own applications, whatever became of them. */
@Path("/v1/members/me/applications")
@Reach(Within.OWN)
@Tag(name = "My membership 我的会籍")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "officer", "applicant"})
class MyApplicationsResource {

    private final Joining joining;
    private final Paging paging;
    private final CurrentCaller caller;

    MyApplicationsResource(Joining joining, Paging paging, CurrentCaller caller) {
        this.joining = joining;
        this.paging = paging;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My applications, oldest first. 我的入会申请。")
    public Page<ApplicationView> list(@Valid @BeanParam Paging.Request request) {
        return paging.page(request, (after, most) -> joining.mine(caller.get(), after, most), ApplicationView::id);
    }
}
