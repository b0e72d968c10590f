package cn.zhigong.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** An answer whose entity tag is the version of what it shows. */
public interface Versioned {

    /** Grows with every change. */
    @JsonIgnore
    long version();
}
