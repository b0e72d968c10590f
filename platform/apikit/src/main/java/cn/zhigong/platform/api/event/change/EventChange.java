package cn.zhigong.platform.api.event.change;

/**
 * One difference.
 *
 * @param breaks whether a consumer that was right before can be wrong now
 * @param event the event's name, such as {@code member-joined.v1}, or the topic's
 * @param what the difference in words
 */
public record EventChange(boolean breaks, String event, String what) {

    @Override
    public String toString() {
        return (breaks ? "BREAKS CONSUMERS  " : "                  ") + event + ": " + what;
    }
}
