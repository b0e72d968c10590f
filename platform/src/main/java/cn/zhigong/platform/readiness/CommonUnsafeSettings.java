package cn.zhigong.platform.readiness;

import cn.zhigong.platform.privacy.Keys;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.BusinessClock;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The unsafe settings that every service can have. */
@Singleton
class CommonUnsafeSettings implements UnsafeSettings {

    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final Sql sql;
    private final Keys keys;
    private final BusinessClock clock;
    private final Faults faults;
    private final Credentials credentials;

    CommonUnsafeSettings(
            Sql sql,
            Keys keys,
            BusinessClock clock,
            Faults faults,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keyAddress) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
        this.faults = faults;
        this.credentials =
                new Credentials(user.orElse(""), password.orElse(""), issuer.orElse(""), keyAddress.orElse(""));
    }

    @Override
    public List<String> found() {
        List<String> found = new ArrayList<>();
        if (keys.isDevelopmentKey()) {
            found.add("zhigong.keys.file holds development keys");
        }
        if (clock.isConfigured()) {
            found.add("zhigong.clock.file is set: the business clock can be moved");
        }
        if (faults.wished()) {
            found.add("zhigong.faults.crash-at is set: the process would kill itself");
        }
        found.addAll(credentials.unsafe());
        DURABILITY.stream()
                .filter(this::isOff)
                .forEach(setting -> found.add("PostgreSQL runs with " + setting + " off"));
        return found;
    }

    private boolean isOff(String setting) {
        return sql.first("select current_setting(?)", row -> row.text(1), setting)
                .map("off"::equals)
                .orElse(false);
    }
}
