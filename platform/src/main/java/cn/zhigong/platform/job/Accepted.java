package cn.zhigong.platform.job;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a request that a job carries out: 202, where the job can be followed, and the job itself. */
public final class Accepted {

    private Accepted() {}

    /** What has begun, or will with the commit. */
    public static RestResponse<Jobs.Job> of(Jobs.Job job) {
        return at("/v1/jobs/" + job.id(), job);
    }

    /**
     * The same of work that is followed at a thing of its own.
     *
     * @param path of the thing, such as {@code /v1/imports/0198...}
     */
    public static <T> RestResponse<T> at(String path, T view) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
