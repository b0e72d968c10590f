package cn.zhigong.membership.member;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members, for the officers of their unions. A number or a phone is never part of an address. */
@Path("/v1/members")
@Reach(Within.UNION)
@Tag(name = "Members 会员")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin", "auditor"})
@Idempotent
class MemberResource {

    /** A document to look for. */
    record Identity(
            @NotNull IdentityType type,
            @NotBlank @Size(max = 40) String number,
            @Nullable @Size(max = 3) String nationality,
            @Nullable LocalDate birthDate) {}

    /**
     * A search for one person; by the document or by the phone.
     *
     * @param purpose why, for the audit; long numbers cannot stand in it
     */
    record Search(
            @Nullable @Valid Identity identity,
            @Nullable @Size(max = 64) String phone,

            @NotBlank @Size(min = 2, max = 200) String purpose) {}

    /** Whoever was found; empty when nobody was, or nobody the officer may see. */
    record Found(List<MemberView> items) {}

    private final Looking looking;
    private final Paging paging;
    private final CurrentCaller caller;
    private final InstantSource clock;

    MemberResource(Looking looking, Paging paging, CurrentCaller caller, InstantSource clock) {
        this.looking = looking;
        this.paging = paging;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Members of the unions one is an officer of. 查询会员。",
            description = "q: a member's number. workerGroup: only members of this group.")
    public Page<MemberView> list(
            @Valid @BeanParam Paging.Request request,
            @QueryParam("under") @Nullable UUID under,
            @QueryParam("state") @Nullable MemberState state,
            @QueryParam("workerGroup") @Nullable WorkerGroup workerGroup,
            @QueryParam("q") @Nullable @Pattern(regexp = "M\\d{10}") String number) {
        return paging.page(
                request,
                (after, most) -> looking.list(caller.get(), under, state, workerGroup, number, after, most),
                MemberView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One member, masked. 查看会员。")
    @APIResponseSchema(value = MemberView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None that the caller may know of")
    public MemberView read(UUID id) {
        return looking.read(caller.get(), id);
    }

    @POST
    @Path("/search")
    @Operation(summary = "Find a member by document or phone, for a stated purpose. 按证件或手机查找会员。")
    @APIResponseSchema(value = Found.class, responseCode = "200")
    @APIResponse(responseCode = "429", description = "More than five searches a minute")
    public Found search(@NotNull @Valid Search search) {
        if (SearchPurpose.holdsNumberOfPerson(search.purpose())) {
            throw INVALID_CONTENT.at("purpose", "FORMAT");
        }
        if ((search.identity() == null) == (search.phone() == null)) {
            throw INVALID_CONTENT.at("identity", "ONE_OF_IDENTITY_AND_PHONE");
        }
        return new Found(
                search.identity() == null
                        ? looking.searchByPhone(caller.get(), phone(search), search.purpose())
                        : looking.searchByIdentity(caller.get(), identity(search.identity()), search.purpose()));
    }

    private IdentityDocument identity(Identity typed) {
        var claim = new IdentityDocument.Claim(typed.type(), typed.number(), typed.nationality(), typed.birthDate());
        return IdentityDocument.parse(claim, ChinaTime.dayOf(clock.instant()))
                .orElseThrow(wrong -> invalid("identity.number", wrong));
    }

    private static MobilePhone phone(Search search) {
        return MobilePhone.parse(String.valueOf(search.phone())).orElseThrow(wrong -> invalid("phone", wrong));
    }

    private static Problem invalid(String field, List<cn.zhigong.platform.reference.Violation> wrong) {
        return INVALID_CONTENT
                .problem()
                .at(wrong.stream().map(one -> new Violation(field, one.name())).toList());
    }
}
