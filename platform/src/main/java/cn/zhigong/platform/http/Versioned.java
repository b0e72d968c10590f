package cn.zhigong.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An answer with an entity tag: the version of what it shows, and a digest of its own text. A record is one: its text
 * is that of all its components.
 */
public interface Versioned {

    /** Grows with every change of what can be changed by {@code If-Match}. */
    @JsonIgnore
    long version();
}
