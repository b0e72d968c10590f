package cn.zhigong.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.TokenContract;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TokenTest extends TokenContract {

    @Inject
    JWTParser parser;

    /** Thousands of verified tokens are remembered; with their texts and all claims they once filled the heap. */
    @Test
    void littleIsRememberedOfAToken() throws ParseException {
        var remembered = parser.parse(Tokens.of("worker-x", "member"));
        assertThat(remembered.getClaimNames())
                .isSubsetOf("iss", "sub", "exp", "iat", "azp", "groups", "raw_token"); // the last always
        assertThat(remembered.getGroups()).contains("member");
        assertThat(remembered.getRawToken()).isNull();
    }
}
