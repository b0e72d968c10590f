package cn.zhigong.platform.sample;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import cn.zhigong.platform.sql.Sql;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Hears of the notes written here, as another service would; refuses the ones of negative length until told not to. */
@ApplicationScoped
class NoteEcho implements EventHandlers, TopicSource {

    static volatile boolean refusesNegative = true;

    /** What a note of this length waits for when it is heard. */
    static final int HELD = 77;

    static final CountDownLatch RELEASE = new CountDownLatch(1);

    /** The trace in which each note was heard. */
    static final Map<UUID, String> TRACES = new ConcurrentHashMap<>();

    record Heard(UUID noteId, int length) {}

    private final Sql sql;

    NoteEcho(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(NoteWritten.TOPIC, Topic.Kept.FOR_A_WHILE));
    }

    @Override
    public void register(Registry registry) {
        registry.on(NoteWritten.TYPE, Heard.class, this::heard);
    }

    private void heard(ReceivedEvent event, Heard note) {
        if (note.length() == HELD) {
            waitForRelease();
        }
        TRACES.put(note.noteId(), Span.current().getSpanContext().getTraceId());
        if (note.length() < 0 && refusesNegative) {
            throw new IllegalArgumentException("A note cannot be that short");
        }
        sql.update(
                "insert into note_echo values (?, 1) on conflict (note_id) do update set times = note_echo.times + 1",
                note.noteId());
    }

    private static void waitForRelease() {
        try {
            RELEASE.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
