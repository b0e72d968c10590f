package cn.zhigong.platform.readiness;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kills the process at a named point when a fault test asks for it; production refuses to start with such a wish. */
@Singleton
public class Faults {

    private static final int KILLED = 137;

    private final Optional<String> crashAt;

    Faults(@ConfigProperty(name = "zhigong.faults.crash-at") Optional<String> crashAt) {
        this.crashAt = crashAt;
    }

    /** Dies here, without any clean-up, when this is the wished point. */
    public void at(String point) {
        if (crashAt.isPresent() && crashAt.get().equals(point)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    boolean wished() {
        return crashAt.isPresent();
    }
}
