package cn.zhigong.systemtests.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.zhigong.systemtests.faults.Op.Outcome;
import cn.zhigong.systemtests.faults.Snapshot.Event;
import cn.zhigong.systemtests.faults.Snapshot.Fact;
import cn.zhigong.systemtests.faults.Violation.Invariant;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whether what callers were told and what is stored in the end can both be true. Looks at nothing but its arguments.
 */
final class Checker {

    private final List<Op> history;
    private final Snapshot snapshot;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(List<Op> history, Snapshot snapshot) {
        this.history = history;
        this.snapshot = snapshot;
    }

    static List<Violation> check(List<Op> history, Snapshot snapshot) {
        var checker = new Checker(history, snapshot);
        checker.effects();
        checker.oneActivePerOwner();
        checker.copies();
        checker.eventsAddUp();
        checker.handledOnce();
        checker.versions();
        checker.audit();
        checker.answers();
        return checker.violations;
    }

    /** I1 and I8. An unknown outcome is right either way, but twice is wrong even then. */
    private void effects() {
        snapshot.effects().forEach((name, effects) -> {
            for (var op : history) {
                int times = effects.getOrDefault(op.key(), 0);
                if (op.is(name, Outcome.OK) && times == 0) {
                    add(
                            Invariant.NOTHING_LOST,
                            "%s of %s was answered with %d and is missing",
                            name,
                            op.key(),
                            op.status());
                } else if (op.is(name, Outcome.FAIL) && times > 0) {
                    add(
                            Invariant.NOTHING_LOST,
                            "%s of %s was refused with %d and happened",
                            name,
                            op.key(),
                            op.status());
                } else if (op.op().equals(name) && times > 1) {
                    add(Invariant.ONE_EFFECT, "%s of %s took effect %d times", name, op.key(), times);
                }
            }
        });
    }

    private void oneActivePerOwner() {
        snapshot.facts().stream()
                .filter(Fact::active)
                .collect(groupingBy(Fact::owner, counting()))
                .forEach((owner, count) -> {
                    if (count > 1) {
                        add(Invariant.ONE_ACTIVE_PER_OWNER, "%s has %d", owner, count);
                    }
                });
    }

    private void copies() {
        snapshot.copies().forEach((service, copy) -> compare("the copy of " + service, copy));
    }

    /** What a subscriber without a past would know: the newest event of each fact. */
    private void eventsAddUp() {
        if (!snapshot.events().isEmpty()) {
            var newest = new LinkedHashMap<String, Fact>();
            for (var event : snapshot.events()) {
                newest.merge(
                        event.fact().id(), event.fact(), (one, other) -> one.version() > other.version() ? one : other);
            }
            compare("the topic", newest.values());
        }
    }

    private void compare(String name, Collection<Fact> others) {
        var counts = headCount(snapshot.facts());
        var otherCounts = headCount(others);
        for (var place : union(counts.keySet(), otherCounts.keySet())) {
            long own = counts.getOrDefault(place, 0L);
            long other = otherCounts.getOrDefault(place, 0L);
            if (own != other) {
                add(Invariant.SAME_EVERYWHERE, "%s has %d active ones, %s says %d", place, own, name, other);
            }
        }
        var facts = byId(snapshot.facts());
        var otherFacts = byId(others);
        for (var id : union(facts.keySet(), otherFacts.keySet())) {
            var own = facts.get(id);
            var other = otherFacts.get(id);
            if (own == null || !own.equals(other)) {
                add(
                        Invariant.SAME_EVERYWHERE,
                        "%s is %s, %s says %s",
                        id,
                        Objects.toString(own),
                        name,
                        Objects.toString(other));
            }
        }
    }

    private static Map<String, Long> headCount(Collection<Fact> facts) {
        return facts.stream().filter(Fact::active).collect(groupingBy(Fact::place, counting()));
    }

    private static Map<String, Fact> byId(Collection<Fact> facts) {
        return facts.stream().collect(toMap(Fact::id, Function.identity(), (one, _) -> one));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private void handledOnce() {
        var ids = snapshot.events().stream().map(Event::id).distinct().toList();
        snapshot.inboxes().forEach((service, inbox) -> {
            var rows = inbox.stream().collect(groupingBy(Function.identity(), counting()));
            for (var id : ids) {
                long times = rows.getOrDefault(id, 0L);
                if (times != 1) {
                    add(Invariant.HANDLED_ONCE, "event %s has %d inbox rows at %s", id, times, service);
                }
            }
        });
        snapshot.expected().forEach((service, expected) -> {
            long times = snapshot.applied().getOrDefault(service, 0L);
            if (times != expected) {
                add(Invariant.HANDLED_ONCE, "%d events took effect %d times at %s", expected, times, service);
            }
        });
    }

    /** A copy of an event, sent again after a crash, is no regression: it has the same id. */
    private void versions() {
        var seen = new HashSet<String>();
        var next = new HashMap<String, Long>();
        for (var event : snapshot.events()) {
            if (seen.add(event.id())) {
                var fact = event.fact();
                long expected = next.getOrDefault(fact.id(), 0L);
                if (fact.version() != expected) {
                    add(
                            Invariant.VERSIONS_WITHOUT_GAP,
                            "%s goes to %d where %d was due",
                            fact.id(),
                            fact.version(),
                            expected);
                }
                next.put(fact.id(), fact.version() + 1);
            }
        }
    }

    private void audit() {
        snapshot.brokenSeals()
                .forEach((service, flaw) -> add(Invariant.AUDITED, "the log of %s is not intact: %s", service, flaw));
        snapshot.audited().forEach((name, keys) -> {
            for (var op : history) {
                if (op.is(name, Outcome.OK) && !keys.contains(op.key())) {
                    add(Invariant.AUDITED, "%s of %s has no entry", name, op.key());
                }
            }
        });
    }

    private void answers() {
        var first = new HashMap<String, Op>();
        for (var op : history) {
            if (op.outcome() == Outcome.OK && !op.idemKey().isEmpty()) {
                var before = first.putIfAbsent(op.idemKey(), op);
                if (before != null && !before.bodyHash().equals(op.bodyHash())) {
                    add(Invariant.SAME_ANSWER, "%s of %s was answered in two ways", op.op(), op.key());
                }
            }
        }
    }

    @FormatMethod
    private void add(Invariant invariant, @FormatString String text, Object... values) {
        violations.add(new Violation(invariant, text.formatted(values)));
    }
}
