package cn.zhigong.gateway.proxy;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells a load balancer to send nobody else once the gateway stops. */
@Readiness
@Singleton
class AcceptingCheck implements HealthCheck {
    private final GatewayServer server;

    AcceptingCheck(GatewayServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("accepts requests")
                .status(server.accepts())
                .build();
    }
}
