package cn.zhigong.platform.job;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a request that a job carries out: 202, where the job can be followed, and the job itself. */
public final class Accepted {

    private Accepted() {}

    /** What has begun, or will with the commit. */
    public static RestResponse<Jobs.Job> of(Jobs.Job job) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .header(HttpHeaders.LOCATION, "/v1/jobs/" + job.id())
                .build();
    }
}
