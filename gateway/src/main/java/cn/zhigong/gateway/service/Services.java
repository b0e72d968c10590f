package cn.zhigong.gateway.service;

import jakarta.inject.Singleton;
import java.net.URI;

/** Finds a service's addresses. */
@Singleton
public class Services {
    private final ServicesConfig config;

    Services(ServicesConfig config) {
        this.config = config;
    }

    /** The base address of the API, without a trailing slash. */
    public URI url(Service service) {
        return address(service).url();
    }

    /** The base address of the management port, without a trailing slash. */
    public URI managementUrl(Service service) {
        return address(service).managementUrl();
    }

    private ServicesConfig.Address address(Service service) {
        return switch (service) {
            case MEMBERSHIP -> config.membership();
            case COMPETITION -> config.competition();
            case TRAINING -> config.training();
            case RIGHTS -> config.rights();
        };
    }
}
