package cn.zhigong.membership.member;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A natural person (自然人) who is or was a member, known once by their identity document. */
@Entity
class Person {

    static final String TABLE = "person";

    @Id
    private UUID id;

    @Embedded
    private SealedPerson data;

    private Instant createdAt;

    protected Person() {}

    Person(UUID id, SealedPerson data, Instant createdAt) {
        this.id = id;
        this.data = data;
        this.createdAt = createdAt;
    }

    /** What they said when they joined again, by the same document. */
    void become(SealedPerson newer) {
        data = newer;
    }

    UUID id() {
        return id;
    }

    SealedPerson data() {
        return data;
    }

    Instant createdAt() {
        return createdAt;
    }
}
