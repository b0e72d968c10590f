package cn.zhigong.competition.registration;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/events/{event}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Registration")
class RegistrationResource {

    private final Registering registering;
    private final Paging paging;
    private final CurrentCaller caller;

    RegistrationResource(Registering registering, Paging paging, CurrentCaller caller) {
        this.registering = registering;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @Reach(Within.CITY)
    @RolesAllowed("member")
    @Operation(summary = "Enter an event, as oneself. 本人报名。")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "ALREADY_REGISTERED, SEATS_TAKEN or REGISTRATION_CLOSED")
    @APIResponse(responseCode = "422", description = "NOT_ELIGIBLE, with every reason")
    public RestResponse<RegistrationView> register(@PathParam("event") UUID event) {
        var view = registering.register(caller.get(), event);
        return Created.at("/v1/events/" + event + "/registrations/" + view.id(), view);
    }

    @GET
    @Reach(Within.UNION)
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "List the entries of an event, as the organiser. 查询报名。")
    public Page<RegistrationView> list(@PathParam("event") UUID event, @Valid @BeanParam Paging.Request request) {
        return paging.page(
                request, (after, most) -> registering.list(caller.get(), event, after, most), RegistrationView::id);
    }

    @GET
    @Reach(Within.OWN_OR_UNION)
    @Path("/{id}")
    @RolesAllowed({"member", "officer", "admin", "auditor"})
    @Operation(summary = "See an entry: one's own, or as the organiser. 查看报名。")
    public RegistrationView look(@PathParam("event") UUID event, @PathParam("id") UUID id) {
        return registering.look(caller.get(), event, id);
    }

    @POST
    @Reach(Within.OWN)
    @Path("/{id}/withdraw")
    @RolesAllowed("member")
    @Operation(summary = "Step back before the contest is made ready. 退出报名。")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Too late, or withdrawn before")
    public RegistrationView withdraw(@PathParam("event") UUID event, @PathParam("id") UUID id) {
        return registering.withdraw(caller.get(), event, id);
    }
}
