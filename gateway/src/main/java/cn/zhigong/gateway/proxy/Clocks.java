package cn.zhigong.gateway.proxy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place that looks at the real clock. */
final class Clocks {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
