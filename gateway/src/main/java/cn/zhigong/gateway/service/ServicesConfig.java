package cn.zhigong.gateway.service;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services listen; a missing or malformed address stops the start. */
@ConfigMapping(prefix = "gateway.services")
interface ServicesConfig {
    Address membership();

    Address competition();

    Address training();

    Address rights();

    /** The two ports of a service. */
    interface Address {
        /** The API: {@code /v1/...}, {@code /openapi}, {@code /asyncapi}, {@code /problems}. */
        URI url();

        /** Operations: {@code /q/health/ready}, {@code /q/metrics}. */
        URI managementUrl();
    }
}
