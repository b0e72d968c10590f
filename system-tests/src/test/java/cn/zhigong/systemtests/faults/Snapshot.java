package cn.zhigong.systemtests.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What databases and topics hold when everything has come to rest. A journey fills in what it has; an empty part is not
 * checked.
 *
 * @param effects of operations that change something: by operation and key, how often it took effect
 * @param facts of the service that owns them
 * @param copies of these facts, by the service that keeps the copy
 * @param events on the facts' topic, in the order in which they stand there, those that stand there twice included
 * @param inboxes ids of events that a service remembers as handled
 * @param applied by service, how often handlers of these events ran to a commit since the count began
 * @param expected by service, how many different events the topic got since the count began
 * @param audited by operation, the keys that the audit log has an entry of
 * @param brokenSeals services whose audit log does not verify, and what is wrong
 */
record Snapshot(
        Map<String, Map<String, Integer>> effects,
        List<Fact> facts,
        Map<String, List<Fact>> copies,
        List<Event> events,
        Map<String, List<String>> inboxes,
        Map<String, Long> applied,
        Map<String, Long> expected,
        Map<String, Set<String>> audited,
        Map<String, String> brokenSeals) {

    static final Snapshot EMPTY =
            new Snapshot(Map.of(), List.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * A state-carrying fact: a membership.
     *
     * @param owner of whom there may be one active fact only: the person
     * @param place where active ones are counted: the union
     */
    record Fact(String id, String owner, String place, boolean active, long version) {}

    /** A fact as an event told it. */
    record Event(String id, Fact fact) {}
}
