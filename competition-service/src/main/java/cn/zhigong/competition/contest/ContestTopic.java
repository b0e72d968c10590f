package cn.zhigong.competition.contest;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** The topic of everything that happens to a contest, its entries and its results, keyed by the contest. */
@Singleton
public class ContestTopic implements TopicSource {

    public static final String NAME = "zhigong.competition.contest.v1";

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(NAME, Topic.Kept.FOR_A_WHILE));
    }
}
