package cn.zhigong.platform.event;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.security.Access;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator's view of events that could not be applied. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Access.ADMIN)
@Idempotent
@Tag(name = "operations")
class DeadLetterResource {

    /** How many events took effect, all of one subject. */
    record Replay(int replayed) {}

    private final DeadLetters deadLetters;
    private final Replays replays;
    private final Paging paging;

    DeadLetterResource(DeadLetters deadLetters, Replays replays, Paging paging) {
        this.deadLetters = deadLetters;
        this.replays = replays;
        this.paging = paging;
    }

    @GET
    @Operation(summary = "Events that could not be applied. 未能处理的事件。")
    public Page<DeadLetters.Parked> list(@Valid @BeanParam Paging.Request request) {
        var after = paging.after(request, UUID::fromString);
        return paging.page(
                request,
                deadLetters.list(after, request.limit() + 1),
                one -> one.id().toString());
    }

    /** Applies this event and everything parked of its subject, in order; stops where one fails again. */
    @POST
    @Transactional(NEVER)
    @Path("/{id}/replay")
    @Operation(summary = "Apply a parked event and those behind it. 重新处理搁置的事件及其后续事件。")
    public Replay replay(UUID id) {
        return new Replay(replays.replayWith(id));
    }
}
