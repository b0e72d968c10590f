package cn.zhigong.platform.job;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Lets the one who started a job follow it. */
@Path("/v1/jobs")
@Reach(Within.OWN)
@RolesAllowed("**")
@Tag(name = "jobs")
class JobResource {

    private final Jobs jobs;
    private final CurrentCaller caller;

    JobResource(Jobs jobs, CurrentCaller caller) {
        this.jobs = jobs;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How a job that the caller started stands. 查询本人发起的后台任务。")
    public Jobs.Job job(UUID id) {
        return jobs.find(id, caller.get().account()).orElseThrow(NOT_FOUND::problem);
    }

    /** The job's state whenever it may have changed, until it is over. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(summary = "A job's progress as server-sent events until it is over. 以服务器推送事件跟踪任务进度。")
    public Multi<Jobs.Job> events(UUID id) {
        var owner = caller.get().account();
        var now = jobs.find(id, owner).orElseThrow(NOT_FOUND::problem);
        return Following.untilOver(now, () -> jobs.find(id, owner).orElse(now), Jobs.Job::isOver);
    }
}
