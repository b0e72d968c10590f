package cn.zhigong.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Programs of ours die or are asked to end. */
final class ProcessFaults {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * What a client may still notice after the program is ready: kept connections that break, a pause between tries.
     */
    private static final double AFTERMATH_SECONDS = 5;

    private static final int STOPS_WITHIN_SECONDS = 25;
    private static final Set<String> COME_AGAIN = Set.of("503", "429");

    static final Row KILLED = new Row("F01", "membership: SIGKILL under load", ProcessFaults::killed);
    static final Row CRASHED_WHILE_SENDING = new Row(
            "F02 F03",
            "membership: crash before an event is sent, and after the broker has it",
            ProcessFaults::sending);
    static final Row CRASHED_WHILE_TAKING =
            new Row("F04", "competition: crash between an effect and its receipt", ProcessFaults::taking);
    static final Row ENDED = new Row("F05", "membership: SIGTERM under load", ProcessFaults::ended);

    private ProcessFaults() {}

    private static void killed(Campaign campaign) {
        campaign.stack().kill("membership");
        campaign.stack().start("membership");
        long ready = System.nanoTime();
        campaign.works("membership serves again");
        assertThat(campaign.troublesSince(ready))
                .as("Tries that began well after membership was ready")
                .noneMatch(trouble -> (trouble.atNs() - ready) / 1e9 - trouble.seconds() > AFTERMATH_SECONDS);
    }

    private static void sending(Campaign campaign) {
        var stack = campaign.stack();
        crash(campaign, "membership", "before_send");
        assertThat(campaign.unsent()).as("Events that were not sent").isPositive();
        long twice = sentTwice(campaign);
        stack.startToCrash("membership", "after_ack");
        await("membership has crashed after the broker had it")
                .atMost(PATIENCE)
                .until(() -> !stack.listens("membership"));
        assertThat(campaign.unsent()).as("Events that will be sent again").isPositive();
        stack.start("membership");
        campaign.works("membership serves again");
        await("some event stands on its topic twice").atMost(PATIENCE).until(() -> sentTwice(campaign) > twice);
    }

    /** Events of any topic: which of them was the one in hand at the crash is chance. */
    private static long sentTwice(Campaign campaign) {
        var seen = new HashSet<String>();
        return campaign.stack().topics().all().stream()
                .map(message -> message.headers().getOrDefault("ce_id", ""))
                .filter(id -> !seen.add(id))
                .count();
    }

    private static void crash(Campaign campaign, String part, String point) {
        var stack = campaign.stack();
        stack.kill(part);
        stack.startToCrash(part, point);
        await(part + " has crashed").atMost(PATIENCE).until(() -> !stack.listens(part));
    }

    private static void taking(Campaign campaign) {
        crash(campaign, "competition", "after_effect");
        campaign.stack().start("competition");
        // The receipt was never given, so the broker delivers again, and the inbox drops it.
        await("what had taken effect was delivered again").atMost(PATIENCE).until(() -> duplicates(campaign) > 0);
    }

    /** Events that competition was given again since it started. */
    static double duplicates(Campaign campaign) {
        return campaign.stack()
                .at("COMPETITION_MANAGEMENT")
                .get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("zhigong_inbox_duplicates_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** With one instance nobody serves until it is up again; but nothing that it had begun breaks off. */
    private static void ended(Campaign campaign) {
        var stack = campaign.stack();
        var way = campaign.network().link("gateway.membership");
        long begin = System.nanoTime();
        stack.processes().signal("membership", "TERM");
        long open = awaitClosed(stack);
        // The proxy would take connections for a program that takes none; without it nobody would.
        way.refuse();
        long refused = System.nanoTime();
        assertThat(stack.processes().endsWithin("membership", STOPS_WITHIN_SECONDS))
                .as("ends within %d s", STOPS_WITHIN_SECONDS)
                .isTrue();
        stack.start("membership");
        way.heal();
        campaign.works("membership serves again");
        assertThat(campaign.troublesSince(begin))
                .as("What clients met: only being told to come again")
                .filteredOn(trouble -> trouble.beganBefore(open) || trouble.beganAfter(refused))
                .allMatch(trouble -> COME_AGAIN.contains(trouble.what()));
    }

    /** Waits until membership takes no more requests and gives the last time when it did. */
    private static long awaitClosed(Stack stack) {
        var open = new AtomicLong(System.nanoTime());
        await("membership takes no more requests")
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> {
                    long now = System.nanoTime();
                    boolean takes = stack.takesRequests("membership");
                    if (takes) {
                        open.set(now);
                    }
                    return !takes;
                });
        return open.get();
    }
}
