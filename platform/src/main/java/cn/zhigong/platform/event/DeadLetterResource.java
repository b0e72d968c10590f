package cn.zhigong.platform.event;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.security.Access;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator's view of events that could not be applied. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Access.ADMIN)
@RunOnVirtualThread
@Tag(name = "operations")
class DeadLetterResource {

    /** How many events took effect, all of one subject. */
    record Replay(int replayed) {}

    private final DeadLetters deadLetters;
    private final EventDispatch dispatch;
    private final Inbox inbox;
    private final Audit audit;
    private final Paging paging;

    DeadLetterResource(DeadLetters deadLetters, EventDispatch dispatch, Inbox inbox, Audit audit, Paging paging) {
        this.deadLetters = deadLetters;
        this.dispatch = dispatch;
        this.inbox = inbox;
        this.audit = audit;
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

    /** Applies this event and everything parked behind it, in order; stops where one fails again. */
    @POST
    @Path("/{id}/replay")
    @Operation(summary = "Apply a parked event and those behind it. 重新处理搁置的事件及其后续事件。")
    public Replay replay(UUID id) {
        if (!deadLetters.exists(id)) {
            throw NOT_FOUND.problem();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            var events = deadLetters.toReplayWith(id);
            for (var event : events) {
                if (!inbox.newAmong(List.of(event)).isEmpty()) {
                    dispatch.apply(event);
                }
                deadLetters.replayed(event.id());
            }
            audit.record("dead-letter.replay", "dead-letter", id, Map.of("events", events.size()));
            return new Replay(events.size());
        });
    }
}
