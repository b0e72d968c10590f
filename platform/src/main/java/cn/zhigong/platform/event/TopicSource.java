package cn.zhigong.platform.event;

import java.util.List;

/** Declares the topics a service publishes to; every service has one as a bean. */
public interface TopicSource {

    List<Topic> topics();
}
