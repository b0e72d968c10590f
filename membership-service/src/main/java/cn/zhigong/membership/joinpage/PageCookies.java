package cn.zhigong.membership.joinpage;

import cn.zhigong.membership.joincode.PublicAddress;
import cn.zhigong.membership.phone.Applicants;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What a visitor's browser remembers between the steps. */
@Singleton
class PageCookies {

    private static final String BROWSER = "zhigong_form";
    private static final String VERIFICATION = "zhigong_phone";
    private static final Duration VERIFICATION_KEPT = Duration.ofMinutes(10);
    private static final Duration RIGHT_KEPT = Duration.ofHours(2);

    private final PublicAddress address;
    private final HttpServerRequest request;

    PageCookies(PublicAddress address, HttpServerRequest request) {
        this.address = address;
        this.request = request;
    }

    Optional<String> browser() {
        return value(BROWSER);
    }

    String browser(String value) {
        return cookie(BROWSER, value, FormSeals.LIFE);
    }

    Optional<UUID> verification() {
        try {
            return value(VERIFICATION).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String verification(UUID id) {
        return cookie(VERIFICATION, id.toString(), VERIFICATION_KEPT);
    }

    String noVerification() {
        return cookie(VERIFICATION, "", Duration.ZERO);
    }

    String right(String token) {
        return cookie(Applicants.COOKIE, token, RIGHT_KEPT);
    }

    String noRight() {
        return cookie(Applicants.COOKIE, "", Duration.ZERO);
    }

    private Optional<String> value(String name) {
        var cookie = request.getCookie(name);
        return cookie == null || cookie.getValue().isEmpty() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    /** Sent to these pages only, never by another site and never read by a script. */
    private String cookie(String name, String value, Duration kept) {
        return "%s=%s; Path=/j; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(name, value, kept.toSeconds(), address.isSecure() ? "; Secure" : "");
    }
}
