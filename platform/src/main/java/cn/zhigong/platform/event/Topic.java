package cn.zhigong.platform.event;

/**
 * A topic that this service owns and creates when the broker lacks it.
 *
 * @param name {@code zhigong.{service}.{aggregate}.v1}
 */
public record Topic(String name, Kept kept) {

    /** What the broker keeps of a topic. */
    public enum Kept {
        /** Every event, for the broker's usual time. */
        FOR_A_WHILE,
        /** The newest event of each aggregate, for ever: state that others copy. */
        NEWEST,
        /** Every event, for ever: evidence. */
        FOR_EVER
    }
}
