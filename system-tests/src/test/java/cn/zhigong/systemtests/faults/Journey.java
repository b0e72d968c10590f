package cn.zhigong.systemtests.faults;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A service's journey under faults: what its users do, and what is stored of it. */
interface Journey {

    /** The service whose journey it is. */
    String service();

    /** Those that take its events. */
    List<String> subscribers();

    /** Makes people and things ready for so many steps, while the network is good. */
    void prepare(int steps);

    /** What some user does next; nothing when all have done everything. */
    Optional<Step> next(RandomGenerator random);

    /** What stands on the topic of its facts, in order. */
    List<Snapshot.Event> events();

    /** What databases and topics hold of it, once all is at rest. */
    Snapshot snapshot();
}
