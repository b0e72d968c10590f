package cn.zhigong.platform.readiness;

import java.util.List;

/** Knows of settings that are fine for development and dangerous in production. Every bean of this kind is asked. */
public interface UnsafeSettings {

    /** A sentence for each unsafe setting in force; empty when all is well. */
    List<String> found();
}
