package cn.zhigong.systemtests.faults;

import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.faults.Op.Outcome;
import cn.zhigong.systemtests.network.FaultProxy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The network between the parts, or between users and the platform, is bad. */
final class LinkFaults {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> WRITES = Set.of("apply", "approve");

    static final Row ANSWERS_LOST = new Row("F30", "clients: answers lost after the commit, tried again", campaign -> {
        var way = campaign.network().link("client.gateway");
        long begin = System.nanoTime();
        way.dropAfter(0);
        await("a write was cut off")
                .atMost(PATIENCE)
                .until(() -> campaign.troublesSince(begin).stream().anyMatch(trouble -> WRITES.contains(trouble.op())));
        way.heal();
        await("whoever was cut off was answered in the end")
                .atMost(PATIENCE)
                .until(() -> campaign.ops().stream().anyMatch(op -> isAnsweredAtLast(op, begin)));
    });

    private LinkFaults() {}

    private static boolean isAnsweredAtLast(Op op, long begin) {
        return WRITES.contains(op.op()) && op.outcome() == Outcome.OK && op.completeNs() > begin && op.tries() > 1;
    }

    static Row databaseAway(Duration time) {
        return new Row("F26", "membership to postgres: blackhole for " + time.toSeconds() + " s", campaign -> {
            long begin = System.nanoTime();
            campaign.network().link("membership.postgres").blackhole();
            Campaign.lasts(time);
            campaign.network().link("membership.postgres").heal();
            campaign.works("served again");
            StoreFaults.isAnsweredInTime(campaign, begin);
        });
    }

    /** Any verb on any link for a few seconds. */
    static Row random(Random random) {
        var links = List.of(
                "client.gateway",
                "gateway.membership",
                "membership.postgres",
                "membership.kafka",
                "competition.postgres",
                "competition.kafka");
        var link = links.get(random.nextInt(links.size()));
        int verb = random.nextInt(7);
        int seconds = random.nextInt(1, 8);
        return new Row("random", link + ": " + verbName(verb) + " for " + seconds + " s", campaign -> {
            var proxy = campaign.network().link(link);
            apply(proxy, verb);
            Campaign.lasts(Duration.ofSeconds(seconds));
            proxy.heal();
            campaign.works("served again");
        });
    }

    private static String verbName(int verb) {
        return List.of("delay", "blackhole", "refuse and reset", "reset", "half open", "half open back", "drop")
                .get(verb);
    }

    private static void apply(FaultProxy proxy, int verb) {
        switch (verb) {
            case 0 -> proxy.delay(Duration.ofMillis(100), Duration.ofMillis(80));
            case 1 -> proxy.blackhole();
            case 2 -> {
                proxy.refuse();
                proxy.reset();
            }
            case 3 -> proxy.reset();
            case 4 -> proxy.halfOpen(FaultProxy.Direction.TO_SERVER);
            case 5 -> proxy.halfOpen(FaultProxy.Direction.TO_CLIENT);
            default -> proxy.dropAfter(200);
        }
    }
}
