package cn.zhigong.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** All rows of the matrix, then random faults until the time is over, then the negative controls: make faults. */
@AgainstTheStack
@Order(82)
@EnabledIfSystemProperty(named = "zhigong.faults.minutes", matches = "\\d+")
class FaultCampaignTest {

    private static final Duration OF_A_ROW = Duration.ofSeconds(60);

    private record Result(Row row, double seconds, long operations, String verdict) {}

    private final Stack stack;
    private final List<Result> results = new ArrayList<>();

    FaultCampaignTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void everyRowHoldsAndTheCheckerNoticesAPlatformThatIsWrong() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("zhigong.faults.minutes", 0));
        rows().stream().filter(FaultCampaignTest::isWanted).forEach(this::inflict);
        var random = new Random(Campaign.SEED);
        while (System.nanoTime() < end) {
            inflict(random.nextInt(8) == 0 ? rows().get(random.nextInt(rows().size())) : LinkFaults.random(random));
        }
        controls().stream().filter(FaultCampaignTest::isWanted).forEach(row -> measure(row, row.fault()));
        print();
        assertThat(results).allMatch(result -> result.verdict().equals("holds"));
    }

    private static List<Row> rows() {
        return List.of(
                ProcessFaults.KILLED,
                ProcessFaults.CRASHED_WHILE_SENDING,
                ProcessFaults.CRASHED_WHILE_TAKING,
                ProcessFaults.ENDED,
                StoreFaults.DATABASE_KILLED,
                StoreFaults.BACKEND_KILLED,
                StoreFaults.DATABASE_STANDS_STILL,
                StoreFaults.BROKER_KILLED,
                StoreFaults.BROKER_STANDS_STILL,
                EventFaults.POISON,
                EventFaults.REPLAYED_TWICE,
                EventFaults.OFFSETS_LOST,
                LinkFaults.databaseAway(Duration.ofSeconds(30)),
                LinkFaults.ANSWERS_LOST);
    }

    private void inflict(Row row) {
        measure(row, campaign -> {
            campaign.load(OF_A_ROW);
            row.inflict(campaign);
            campaign.holds();
        });
    }

    private static List<Row> controls() {
        return List.of(
                new Row("control-a", "without the inbox", NegativeControls::withoutTheInbox),
                new Row("control-b", "without some outbox rows", NegativeControls::withoutTheOutboxRow));
    }

    /** With -Dzhigong.faults.rows=F05,control-a only these. */
    private static boolean isWanted(Row row) {
        var wanted = Set.of(System.getProperty("zhigong.faults.rows", "").split(","));
        return wanted.equals(Set.of("")) || Stream.of(row.ids().split(" ")).anyMatch(wanted::contains);
    }

    /** A row that fails is a line of the table, and the others are tried all the same. */
    private void measure(Row row, Consumer<Campaign> work) {
        long begin = System.nanoTime();
        var name = "%02d-%s".formatted(results.size() + 1, row.ids().replace(' ', '-'));
        try (var campaign = Campaign.ofJoining(stack, name)) {
            var verdict = verdict(campaign, work);
            results.add(new Result(
                    row, (System.nanoTime() - begin) / 1e9, campaign.ops().size(), verdict));
        }
        print();
    }

    private static String verdict(Campaign campaign, Consumer<Campaign> work) {
        try {
            work.accept(campaign);
            return "holds";
        } catch (AssertionError | RuntimeException e) {
            e.printStackTrace(System.out);
            return e.toString();
        }
    }

    private void print() {
        System.out.printf("%nSeed %d%n%-10s %-75s %8s %6s  %s%n", Campaign.SEED, "row", "fault", "seconds", "ops", "");
        for (var result : results) {
            System.out.printf(
                    "%-10s %-75s %8.1f %6d  %s%n",
                    result.row().ids(),
                    result.row().title(),
                    result.seconds(),
                    result.operations(),
                    result.verdict().lines().findFirst().orElse(""));
        }
    }
}
