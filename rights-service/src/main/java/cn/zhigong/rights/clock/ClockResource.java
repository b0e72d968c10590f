package cn.zhigong.rights.clock;

import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Open deadlines for the officers who answer for them. */
@Path("/v1/clocks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "mediator", Access.AUDITOR, Access.ADMIN})
@Reach(Within.UNION)
@Tag(name = "clocks")
class ClockResource {

    private final Clocks clocks;
    private final Access access;
    private final Paging paging;
    private final CurrentCaller caller;

    ClockResource(Clocks clocks, Access access, Paging paging, CurrentCaller caller) {
        this.clocks = clocks;
        this.access = access;
        this.paging = paging;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Open deadlines of the caller's organisations, the next one first." + " 所辖范围内未了结的法定期限，先到期的在前。",
            description = "dueBefore: only those whose last day lies before this date."
                    + " under: only those of this organisation and what is below it.")
    public Page<ClockView> open(
            @QueryParam("dueBefore") @Nullable LocalDate dueBefore,
            @QueryParam("under") @Nullable UUID under,
            @Valid @BeanParam Paging.Request request) {
        var subtrees = access.visible(caller.get(), under, GrantRole.VIEWER);
        return paging.page(
                request,
                Clocks.Position::parse,
                (after, most) -> clocks.openWithin(subtrees, dueBefore, after, most).stream()
                        .map(Clock::view)
                        .toList(),
                clock -> new Clocks.Position(Objects.requireNonNull(clock.dueAt()), clock.id()).text());
    }
}
