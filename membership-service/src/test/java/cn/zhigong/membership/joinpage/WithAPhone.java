package cn.zhigong.membership.joinpage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.phone.InboxSmsSender;
import cn.zhigong.platform.reference.MobilePhone;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A test of the page by somebody with a phone of their own, who reads what is sent to it. */
abstract class WithAPhone {

    @Inject
    InboxSmsSender inbox;

    @Inject
    InstantSource clock;

    final String phone = Scene.newPhone();

    String otp() {
        return await().atMost(5, SECONDS)
                .until(() -> inbox.newestCode(new MobilePhone(phone)), Optional::isPresent)
                .orElseThrow();
    }

    Visitor withCode(String code) {
        return Visitor.of(code).send("phone", Map.of("phone", phone));
    }

    Visitor withRight(String code) {
        var visitor = withCode(code);
        return visitor.send("otp", Map.of("otp", otp()));
    }
}
