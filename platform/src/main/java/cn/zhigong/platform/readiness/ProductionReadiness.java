package cn.zhigong.platform.readiness;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Refuses to start in production with any unsafe setting, naming all of them at once. The profile {@code local} is the
 * one-command stack; everything that is neither that alone nor a test is production.
 */
@Singleton
class ProductionReadiness {

    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);

    private final Instance<UnsafeSettings> checks;

    ProductionReadiness(@Any Instance<UnsafeSettings> checks) {
        this.checks = checks;
    }

    void check(@Observes @Priority(1) StartupEvent started) {
        var unsafe = unsafe();
        if (unsafe.isEmpty()) {
            return;
        }
        if (isProduction()) {
            throw new IllegalStateException("Not started, because production must not run with unsafe settings:\n- "
                    + String.join("\n- ", unsafe));
        }
        unsafe.forEach(one -> LOG.debugf("Production would refuse this: %s", one));
    }

    List<String> unsafe() {
        return checks.stream().flatMap(check -> check.found().stream()).toList();
    }

    static boolean isProduction() {
        return isProduction(LaunchMode.current(), ConfigUtils.getProfiles());
    }

    static boolean isProduction(LaunchMode mode, List<String> profiles) {
        return mode == LaunchMode.NORMAL && !profiles.equals(List.of("local"));
    }
}
