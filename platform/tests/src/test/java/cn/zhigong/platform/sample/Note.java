package cn.zhigong.platform.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Note {

    @Id
    private UUID id;

    private String author;
    private String text;

    @Version
    private long version;

    protected Note() {}

    Note(UUID id, String author, String text) {
        this.id = id;
        this.author = author;
        this.text = text;
    }

    UUID id() {
        return id;
    }

    String author() {
        return author;
    }

    String text() {
        return text;
    }

    long version() {
        return version;
    }

    void rewrite(String newText) {
        text = newText;
    }
}
