package cn.zhigong.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a successful creation: 201, where the new thing is, and the thing itself. */
public final class Created {

    private Created() {}

    /**
     * A creation.
     *
     * @param path of the new resource, such as {@code /v1/things/0198...}
     */
    public static <T> RestResponse<T> at(String path, T view) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                // Set as it is: the location builder would turn it into the service's own address.
                .header(HttpHeaders.LOCATION, path)
                .entity(view)
                .build();
    }
}
