package cn.zhigong.rights.intake;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Disputes over HTTP. */
@Path("/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "disputes")
class DisputeResource {

    record Refusal(@NotNull RefusalReason reason, @Nullable Forum forum) {

        void requireConsistent() {
            var named = forum != null;
            if (named != (reason == RefusalReason.OTHER_FORUM)) {
                throw INVALID_CONTENT.at("forum", named ? "NOT_HERE" : "REQUIRED");
            }
        }
    }

    record Transfer(@NotNull UUID organisationId) {}

    private final Intake intake;
    private final Casebook casebook;
    private final Paging paging;
    private final CurrentCaller caller;

    DisputeResource(Intake intake, Casebook casebook, Paging paging, CurrentCaller caller) {
        this.intake = intake;
        this.casebook = casebook;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @Reach(Within.OWN_OR_UNION)
    @RolesAllowed({"member", "officer", "mediator"})
    @Operation(
            summary = "Register a labour dispute with a union's mediation desk. 向工会调解组织提交劳动争议。",
            description = "A worker files their own (ONLINE); an officer or mediator writes down what was told to them"
                    + " (ORAL, HOTLINE). The facts are confidential.")
    @APIResponseSchema(value = DisputeView.class, responseCode = "201")
    public RestResponse<DisputeView> register(@Valid @NotNull DisputeRequest wanted) {
        var view = intake.register(wanted.read(caller.get().account()), caller.get());
        return Created.at("/v1/disputes/" + view.id(), view);
    }

    @GET
    @Reach(Within.OWN_OR_UNION)
    @RolesAllowed({"member", "officer", "mediator", Access.AUDITOR, Access.ADMIN})
    @Operation(
            summary = "Disputes: a worker's own, or those of an officer's organisations. 劳动争议列表：本人的，或所辖范围内的。",
            description = "under: only those of this organisation and what is below it. mine: an officer's own as a"
                    + " worker. Nothing confidential is listed.")
    public Page<DisputeView> list(
            @QueryParam("state") @Nullable DisputeState state,
            @QueryParam("under") @Nullable UUID under,
            @QueryParam("mine") @Nullable Boolean mine,
            @Valid @BeanParam Paging.Request request) {
        var who = caller.get();
        var own = Boolean.TRUE.equals(mine) || !Casebook.isStaff(who);
        return paging.page(
                request,
                (after, most) -> own
                        ? casebook.own(who, state, after, most)
                        : casebook.entrusted(who, under, state, after, most),
                DisputeView::id);
    }

    @GET
    @Reach(Within.OWN_OR_UNION)
    @Path("/{id}")
    @RolesAllowed({"member", "officer", "mediator", Access.AUDITOR, Access.ADMIN})
    @Operation(
            summary = "A dispute with its deadlines. 劳动争议详情及各项期限。",
            description = "confidential is shown to the claimant, and to officers and mediators with a grant as"
                    + " reviewer or wider; each such reading is recorded.")
    public DisputeView read(UUID id) {
        return casebook.read(id, caller.get());
    }

    @POST
    @Reach(Within.UNION)
    @Path("/{id}/accept")
    @RolesAllowed({"officer", "mediator", Access.ADMIN})
    @Operation(summary = "Accept a dispute; the 15 days of mediation run. 受理劳动争议，开始计算十五日调解期限。")
    public DisputeView accept(UUID id) {
        return intake.accept(id, caller.get());
    }

    @POST
    @Reach(Within.UNION)
    @Path("/{id}/refuse")
    @RolesAllowed({"officer", "mediator", Access.ADMIN})
    @Operation(summary = "Refuse a dispute, with the reason. 不予受理并说明理由。")
    public DisputeView refuse(UUID id, @Valid @NotNull Refusal refusal) {
        refusal.requireConsistent();
        return intake.refuse(id, refusal.reason(), refusal.forum(), caller.get());
    }

    @POST
    @Reach(Within.UNION)
    @Path("/{id}/transfer")
    @RolesAllowed({"officer", "mediator", Access.ADMIN})
    @Operation(summary = "Hand a dispute to another union's desk. 移送其他工会调解组织。")
    public DisputeView transfer(UUID id, @Valid @NotNull Transfer transfer) {
        return intake.transfer(id, transfer.organisationId(), caller.get());
    }
}
