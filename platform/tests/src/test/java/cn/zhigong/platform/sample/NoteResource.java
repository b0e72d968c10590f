package cn.zhigong.platform.sample;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.http.Versioned;
import cn.zhigong.platform.problem.CommonProblem;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
@Reach(Within.OWN)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("member")
@Idempotent
class NoteResource {

    record NewNote(@NotBlank @Size(max = 100) String text) {}

    record NoteView(UUID id, String author, String text, long version, long ofAuthor) implements Versioned {}

    private final EntityManager notes;
    private final Outbox outbox;
    private final Audit audit;
    private final Paging paging;
    private final MergePatch patches;
    private final CurrentCaller caller;

    NoteResource(
            EntityManager notes, Outbox outbox, Audit audit, Paging paging, MergePatch patches, CurrentCaller caller) {
        this.notes = notes;
        this.outbox = outbox;
        this.audit = audit;
        this.paging = paging;
        this.patches = patches;
        this.caller = caller;
    }

    @POST
    @Transactional
    @APIResponseSchema(value = NoteView.class, responseCode = "201")
    public RestResponse<NoteView> write(@NotNull @Valid NewNote wanted) {
        var note = store(wanted);
        return Created.at("/v1/notes/" + note.id(), view(note));
    }

    @POST
    @Path("/several")
    @Transactional
    public List<NoteView> writeSeveral(@NotNull List<@NotNull @Valid NewNote> wanted) {
        return wanted.stream().map(this::store).map(this::view).toList();
    }

    @POST
    @Path("/by-itself")
    @Transactional(NEVER)
    public NoteView writeByItself(@NotNull @Valid NewNote wanted) {
        return QuarkusTransaction.requiringNew().call(() -> view(store(wanted)));
    }

    /** Two steps, each of which takes part in a transaction when there is one. */
    @POST
    @Path("/in-two-steps")
    public NoteView writeInTwoSteps(@NotNull @Valid NewNote wanted) {
        var first = QuarkusTransaction.joiningExisting().call(() -> view(store(new NewNote("first"))));
        var _ = QuarkusTransaction.joiningExisting().call(() -> view(store(wanted)));
        return first;
    }

    private Note store(NewNote wanted) {
        if (wanted.text().contains("blast")) {
            throw NoteProblem.NOTE_IS_TOO_RUDE.with("word", "blast");
        }
        var note = new Note(Ids.next(), caller.get().account(), wanted.text());
        notes.persist(note);
        outbox.publish(new NoteWritten(note.id(), note.text().length()));
        audit.record("note.write", "note", note.id(), Map.of());
        if (wanted.text().equals("fail at last")) {
            throw new IllegalStateException("on purpose");
        }
        return note;
    }

    private NoteView view(Note note) {
        var count = notes.createQuery("select count(*) from Note n where n.author = :author", Long.class)
                .setParameter("author", note.author())
                .getSingleResult();
        return new NoteView(note.id(), note.author(), note.text(), note.version(), count);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public NoteView read(UUID id) {
        return view(get(id));
    }

    @GET
    @Transactional
    public Page<NoteView> list(@Valid @BeanParam Paging.Request request) {
        return paging.page(request, this::mine, NoteView::id);
    }

    private List<NoteView> mine(@Nullable UUID after, int most) {
        return notes
                .createQuery(
                        "from Note n where n.author = :author and (:after is null or n.id > :after) order by n.id",
                        Note.class)
                .setParameter("author", caller.get().account())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RequestBody(content = @Content(schema = @Schema(implementation = NewNote.class)))
    @Transactional
    public NoteView change(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        var note = get(id);
        EntityTags.requireCurrent(ifMatch, note.version());
        note.rewrite(
                patches.apply(patch, new NewNote(note.text()), NewNote.class).text());
        notes.flush();
        audit.record("note.change", "note", id, Map.of());
        return view(note);
    }

    private Note get(UUID id) {
        var note = notes.find(Note.class, id);
        if (note == null || !note.author().equals(caller.get().account())) {
            throw CommonProblem.NOT_FOUND.problem();
        }
        return note;
    }
}
