package cn.zhigong.platform.api.event;

import java.util.regex.Pattern;

/** How topics and events are called. */
public final class EventNames {

    private static final String WORDS = "[a-z]+(?:-[a-z]+)*";

    /** {@code zhigong.{service}.{aggregate}.v1}. */
    public static final Pattern TOPIC = Pattern.compile("zhigong\\.[a-z]+\\." + WORDS + "\\.v[1-9]");

    /** {@code cn.zhigong.{service}.{what-happened}.v1}; its group is what a document and a file call the event. */
    public static final Pattern TYPE = Pattern.compile("cn\\.zhigong\\.[a-z]+\\.(" + WORDS + "\\.v[1-9])");

    private EventNames() {}
}
