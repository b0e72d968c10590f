package cn.zhigong.membership.member;

import cn.zhigong.membership.phone.Applicants;
import cn.zhigong.platform.problem.CommonProblem;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own membership. */
@Path("/v1/members/me")
@Reach(Within.OWN)
@Tag(name = "My membership 我的会籍")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
class OwnMembershipResource {

    private final OwnMembership own;
    private final Linking linking;
    private final Userinfo userinfo;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    OwnMembershipResource(
            OwnMembership own, Linking linking, Userinfo userinfo, CurrentCaller caller, SecurityIdentity identity) {
        this.own = own;
        this.linking = linking;
        this.userinfo = userinfo;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "My membership. 我的会籍。")
    @APIResponseSchema(value = MyMembership.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_A_MEMBER: the account belongs to no member")
    public MyMembership read() {
        return own.read(caller.get());
    }

    @GET
    @Path("/card")
    @Operation(summary = "My e-card. 我的电子会员卡。")
    @APIResponseSchema(value = MyMembership.Card.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_A_MEMBER")
    public MyMembership.Card card() {
        return own.card(caller.get());
    }

    /** No POST, for an idempotency key would put the question to the provider into a transaction. */
    @PUT
    @Path("/login")
    @Operation(
            summary = "Make this login mine, by the identity the login provider has verified. 关联登录账号。",
            description = "For members who joined with a phone only. 供仅凭手机入会者使用。")
    @APIResponseSchema(value = MyMembership.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "Who is known by a phone alone has no login to link")
    @APIResponse(responseCode = "404", description = "NOT_A_MEMBER: no member with this identity")
    @APIResponse(responseCode = "409", description = "The provider does not vouch for it, or another login is linked")
    public MyMembership link() {
        // Who is known by a phone alone has no login that could be linked.
        if (Applicants.is(caller.get())) {
            throw CommonProblem.FORBIDDEN.problem();
        }
        linking.link(
                caller.get(),
                userinfo.of(identity.getCredential(TokenCredential.class).getToken()));
        return own.read(caller.get());
    }
}
