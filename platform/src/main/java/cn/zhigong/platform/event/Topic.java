package cn.zhigong.platform.event;

/**
 * A topic that this service owns and creates when the broker lacks it.
 *
 * @param name {@code zhigong.{service}.{aggregate}.v1}
 * @param compacted whether the broker keeps the newest event of each aggregate for ever: for state that others copy
 * @param keptForEver whether the broker keeps every event for ever: for evidence
 */
public record Topic(String name, boolean compacted, boolean keptForEver) {

    /** One whose events the broker forgets after its usual time, unless it is compacted. */
    public Topic(String name, boolean compacted) {
        this(name, compacted, false);
    }

    /** One whose events the broker never forgets. */
    public static Topic keptForEver(String name) {
        return new Topic(name, false, true);
    }
}
