package cn.zhigong.platform.event;

import java.util.UUID;

/**
 * A fact that other services may hear of. The record's components are the JSON body: ids, codes and facts, never an
 * identity number, a phone number, a person's name or anything confidential.
 */
public interface DomainEvent {

    /** The topic of the aggregate's kind, {@code zhigong.{service}.{aggregate}.v1}. */
    String topic();

    /**
     * The event's CloudEvents type, {@code cn.zhigong.{service}.{what-happened}.v1}; never derived from a class name.
     */
    String type();

    /** Whose fact it is: the record key, so that one aggregate's events stay in order. */
    UUID aggregateId();
}
