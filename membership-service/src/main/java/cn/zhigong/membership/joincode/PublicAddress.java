package cn.zhigong.membership.joincode;

import cn.zhigong.platform.readiness.UnsafeSettings;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where phones find the platform: what the QR codes carry ({@code zhigong.public-url}, ZHIGONG_PUBLIC_URL). */
@Singleton
public class PublicAddress implements UnsafeSettings {

    private final String base;

    PublicAddress(@ConfigProperty(name = "zhigong.public-url", defaultValue = "http://localhost:8080") String url) {
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The page that a scanned code opens. */
    public String joinPage(String code) {
        return base + "/j/" + code;
    }

    /** Whether phones come over TLS, so that cookies may insist on it. */
    public boolean isSecure() {
        return base.startsWith("https://");
    }

    @Override
    public List<String> found() {
        return isSecure()
                ? List.of()
                : List.of("zhigong.public-url is not https: QR codes would open unprotected pages");
    }
}
