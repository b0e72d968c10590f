package cn.zhigong.platform.sample;

import cn.zhigong.platform.event.DomainEvent;
import java.util.UUID;

record NoteWritten(UUID noteId, int length) implements DomainEvent {

    static final String TOPIC = "zhigong.platform.note.v1";
    static final String TYPE = "cn.zhigong.platform.note-written.v1";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public UUID aggregateId() {
        return noteId;
    }
}
