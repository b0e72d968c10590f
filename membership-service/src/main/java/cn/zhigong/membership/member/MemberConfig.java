package cn.zhigong.membership.member;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What the register of members needs from outside. */
@ConfigMapping(prefix = "zhigong")
interface MemberConfig {

    /**
     * The OpenID provider's userinfo endpoint (ZHIGONG_USERINFO), which says who the holder of a token verifiably is.
     * Without it nobody can link a login to a membership.
     */
    Optional<URI> userinfo();
}
