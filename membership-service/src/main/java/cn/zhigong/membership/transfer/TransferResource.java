package cn.zhigong.membership.transfer;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.reference.Visible;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Transfers of memberships, for members and the officers of both unions. */
@Path("/v1/transfers")
@Tag(name = "Transfers 会籍接转")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Reach(Within.UNION)
@Idempotent
class TransferResource {

    /**
     * A transfer that is asked for.
     *
     * @param memberId whom the old union lets go; without it the caller's own membership is meant
     * @param organisationId the union to go to
     */
    record NewTransfer(
            @Nullable UUID memberId,

            @NotNull UUID organisationId,
            @NotNull TransferReason reason) {}

    /**
     * Where the member is taken in.
     *
     * @param organisationId one of its unions, where a federation that holds no members itself accepts
     * @param groupId the union group there
     */
    record TransferAcceptance(
            @Nullable UUID organisationId, @Nullable UUID groupId) {}

    record TransferRejection(
            @NotNull TransferRefusal reason,
            @Nullable @Size(max = 200) @Visible String note) {}

    /** @param committeeDecidedOn when the committee of the union that the chair leaves agreed */
    record TransferConsent(@NotNull LocalDate committeeDecidedOn) {}

    private final Transferring transferring;
    private final Paging paging;
    private final CurrentCaller caller;

    TransferResource(Transferring transferring, Paging paging, CurrentCaller caller) {
        this.transferring = transferring;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"member", "officer", "admin"})
    @Reach(Within.OWN_OR_UNION)
    @Operation(
            summary = "Ask for a membership to be moved: one's own, or a member's whom the union lets go. 申请会籍接转。",
            description = "Of one's own the old union is asked; its silence for ten working days lets the member go."
                    + " 本人申请后由原工会确认，十个工作日未答复视为同意。")
    @APIResponseSchema(value = TransferView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "No member that the caller may know of; NOT_A_MEMBER: no own one")
    @APIResponse(responseCode = "409", description = "One is open already, or the member is at that union")
    public RestResponse<TransferView> open(@NotNull @Valid NewTransfer wanted) {
        var opened = transferring.open(caller.get(), wanted.memberId(), wanted.organisationId(), wanted.reason());
        return Created.at("/v1/transfers/" + opened.id(), opened);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Transfers from or to the unions one is an officer of. 查询会籍接转。")
    public Page<TransferView> list(
            @Valid @BeanParam Paging.Request request, @QueryParam("under") @Nullable UUID under) {
        return paging.page(
                request, (after, most) -> transferring.list(caller.get(), under, after, most), TransferView::id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"member", "officer", "admin", "auditor"})
    @Reach(Within.OWN_OR_UNION)
    @Operation(summary = "One transfer. 查看会籍接转。")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None that the caller may know of")
    public TransferView read(UUID id) {
        return transferring.read(caller.get(), id);
    }

    @POST
    @Path("/{id}/confirm")
    @Operation(summary = "The old union lets the member go. 原工会确认转出。")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Past that step; CHAIR_IN_TERM: the superior must consent first")
    public TransferView confirm(UUID id) {
        return transferring.confirm(caller.get(), id);
    }

    @POST
    @Path("/{id}/consent")
    @Operation(
            summary = "The superior of the old union agrees that its chair be moved in term. 上级工会同意调动任期内主席。",
            description = "工会法 §18: 主席、副主席任期未满时，不得随意调动其工作；因工作需要调动时，应当征得本级工会委员会和上一级工会的同意。")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Nothing to consent to: no chair, or past that step")
    public TransferView consent(UUID id, @NotNull @Valid TransferConsent consent) {
        return transferring.consent(caller.get(), id, consent.committeeDecidedOn());
    }

    @POST
    @Path("/{id}/accept")
    @Operation(summary = "The new union takes the member in, from today. 新工会接收。")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The old union has not let go, or the transfer has ended")
    public TransferView accept(UUID id, @RequestBody(required = false) @Nullable @Valid TransferAcceptance acceptance) {
        var where = acceptance == null ? new TransferAcceptance(null, null) : acceptance;
        return transferring.accept(caller.get(), id, where.organisationId(), where.groupId());
    }

    @POST
    @Path("/{id}/reject")
    @Operation(summary = "The new union does not take the member in; they stay where they are. 新工会不予接收。")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The old union has not let go, or the transfer has ended")
    public TransferView reject(UUID id, @NotNull @Valid TransferRejection rejection) {
        return transferring.reject(caller.get(), id, rejection.reason(), rejection.note());
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"member", "officer", "admin"})
    @Reach(Within.OWN_OR_UNION)
    @Operation(summary = "Take it back: the member, or the old union what the member did not ask for. 撤回会籍接转。")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The transfer has ended")
    public TransferView cancel(UUID id) {
        return transferring.cancel(caller.get(), id);
    }
}
