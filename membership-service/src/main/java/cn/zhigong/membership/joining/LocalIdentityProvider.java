package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.platform.readiness.UnsafeSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Believes everybody, for demonstrations and tests, except by the digits 15 to 17 of the number: 990 to 999 do not
 * match, 980 to 989 get no answer.
 */
@Singleton
class LocalIdentityProvider implements IdentityProvider, UnsafeSettings {

    static final String NAME = "local";

    private static final int SEQUENCE = 14;
    private static final int SEQUENCE_END = 17;

    private final JoiningConfig config;

    LocalIdentityProvider(JoiningConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer ask(PersonalData person) throws InterruptedException {
        var number = person.identity().number();
        if (number.length() <= SEQUENCE_END) {
            return Answer.MATCHED;
        }
        return switch (number.substring(SEQUENCE, SEQUENCE_END - 1)) {
            case "99" -> Answer.NOT_MATCHED;
            case "98" -> never();
            default -> Answer.MATCHED;
        };
    }

    private static Answer never() throws InterruptedException {
        new CountDownLatch(1).await();
        throw new IllegalStateException("Nobody counts down");
    }

    @Override
    public List<String> found() {
        return config.identityProvider().equals(NAME)
                ? List.of("zhigong.joining.identity-provider is local: it believes everybody")
                : List.of();
    }
}
