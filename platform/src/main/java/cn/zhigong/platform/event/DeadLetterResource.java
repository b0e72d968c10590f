package cn.zhigong.platform.event;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator's view of events that could not be applied. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.CITY)
@RolesAllowed(Access.ADMIN)
@Idempotent
@Tag(name = "operations")
class DeadLetterResource {

    /** How many events took effect, all of one subject. */
    record Replay(int replayed) {}

    record Discard(@NotBlank @Size(min = 5, max = 500) String reason) {}

    static class Filters extends Paging.Request {

        @QueryParam("state")
        @DefaultValue("PARKED")
        DeadLetterState state = DeadLetterState.PARKED;
    }

    private final DeadLetters deadLetters;
    private final Replays replays;
    private final Discards discards;
    private final Paging paging;
    private final CurrentCaller caller;

    DeadLetterResource(
            DeadLetters deadLetters, Replays replays, Discards discards, Paging paging, CurrentCaller caller) {
        this.deadLetters = deadLetters;
        this.replays = replays;
        this.discards = discards;
        this.paging = paging;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Events that could not be applied. 未能处理的事件。",
            description = "Those that still wait, unless state asks for replayed or discarded ones")
    public Page<DeadLetters.Parked> list(@Valid @BeanParam Filters filters) {
        return paging.page(
                filters, (after, most) -> deadLetters.list(filters.state, after, most), DeadLetters.Parked::id);
    }

    /** Applies this event and everything parked of its subject, in order; stops where one fails again. */
    @POST
    @Transactional(NEVER)
    @Path("/{id}/replay")
    @Operation(summary = "Apply a parked event and those behind it. 重新处理搁置的事件及其后续事件。")
    public Replay replay(UUID id) {
        return new Replay(replays.replayWith(id));
    }

    @POST
    @Path("/{id}/discard")
    @Operation(
            summary = "Give up a parked event for good. 放弃搁置的事件。",
            description = "It is kept with who, when and why, and never applied; replay applies those behind it."
                    + " 409 when it was replayed or discarded already")
    public DeadLetters.Parked discard(UUID id, @NotNull @Valid Discard discard) {
        return discards.discard(caller.get(), id, discard.reason());
    }
}
