package cn.zhigong.membership.member;

import cn.zhigong.membership.phone.Applicants;
import cn.zhigong.platform.security.CurrentCaller;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Whom the OpenID provider knows the caller's login as: nobody unless it was asked, which {@link AsksLoginHolder} does.
 */
@RequestScoped
public class LoginHolder {

    private final Userinfo userinfo;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;
    private Optional<Userinfo.Verified> known = Optional.empty();

    LoginHolder(Userinfo userinfo, CurrentCaller caller, SecurityIdentity identity) {
        this.userinfo = userinfo;
        this.caller = caller;
        this.identity = identity;
    }

    /** Never called inside a transaction. The right of a confirmed phone is no token of the provider's. */
    void ask() {
        var token = identity.getCredential(TokenCredential.class);
        if (token != null && !Applicants.is(caller.get())) {
            known = userinfo.ifKnown(token.getToken());
        }
    }

    /** Whether the provider vouches that the login's holder is this person. */
    public boolean is(PersonalData person) {
        return known.filter(holder -> person.isOf(holder.identity(), holder.name()))
                .isPresent();
    }
}
