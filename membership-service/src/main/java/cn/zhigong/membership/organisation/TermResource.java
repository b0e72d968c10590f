package cn.zhigong.membership.organisation;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/organisations/{id}/terms")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Organisations")
class TermResource {

    /** @param years three or five (工会法 §16) */
    record NewTerm(
            @NotNull LocalDate startsOn,
            @NotNull @Min(3) @Max(5) Integer years) {}

    private final Terms terms;
    private final CurrentCaller caller;

    TermResource(Terms terms, CurrentCaller caller) {
        this.terms = terms;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Record a term of office. 登记届次。")
    @APIResponseSchema(value = Terms.Term.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "It does not begin after the latest recorded term")
    public RestResponse<Terms.Term> record(UUID id, @Valid @NotNull NewTerm wanted) {
        var recorded = terms.record(caller.get(), id, wanted.startsOn(), wanted.years());
        return Created.at("/v1/organisations/" + id + "/terms", recorded);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "List an organisation's terms of office, the newest first. 查询届次。")
    public Page<Terms.Term> list(UUID id) {
        return Page.whole(terms.list(caller.get(), id));
    }
}
