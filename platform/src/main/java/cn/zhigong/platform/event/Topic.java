package cn.zhigong.platform.event;

/**
 * A topic that this service owns and creates when the broker lacks it.
 *
 * @param name {@code zhigong.{service}.{aggregate}.v1}
 * @param compacted whether the broker keeps the newest event of each aggregate for ever: for state that others copy
 */
public record Topic(String name, boolean compacted) {}
