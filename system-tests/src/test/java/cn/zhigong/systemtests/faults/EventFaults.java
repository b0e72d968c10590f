package cn.zhigong.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Events that nobody can read, that come again, or that are replayed by an operator. */
final class EventFaults {

    /** A partition goes on within this time. */
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static final String DEAD_LETTERS = "/api/competition/v1/dead-letters/";
    private static final String SWITCH = "fault_refusal";

    static final Row POISON = new Row("F22", "topic: broken JSON, an unknown type, 900 KB", EventFaults::poison);
    static final Row REPLAYED_TWICE = new Row("F23", "dead letter: replayed twice", EventFaults::replayedTwice);
    static final Row OFFSETS_LOST = new Row("F24", "competition: offsets deleted", EventFaults::offsetsLost);

    private EventFaults() {}

    private static void poison(Campaign campaign) {
        var topics = campaign.stack().topics();
        var unreadable = List.of(Poison.brokenJson(), Poison.large());
        var unknown = Poison.unknownType();
        unreadable.forEach(record -> record.sendTo(topics, JoiningJourney.TOPIC));
        unknown.sendTo(topics, JoiningJourney.TOPIC);
        await("what cannot be read is parked, whole")
                .atMost(MINUTE)
                .until(() -> unreadable.stream().allMatch(record -> parked(campaign, record) == 1));
        assertThat(parked(campaign, unknown))
                .as("an unknown type is nobody's affair")
                .isZero();
        long now = System.nanoTime();
        await("events behind them are taken").atMost(MINUTE).until(() -> copiedSince(campaign, now));
        for (var id : parkedIds(campaign)) {
            campaign.stack()
                    .as("admin")
                    .post(DEAD_LETTERS + id + "/discard", Map.of("reason", "Put there by a fault test"))
                    .expect(200);
        }
    }

    private static long parked(Campaign campaign, Poison record) {
        return campaign.stack()
                .databases()
                .count(
                        "competition",
                        "select count(*) from dead_letter where event_id = ?::uuid and length(body) = ?",
                        record.id(),
                        record.body().length());
    }

    private static List<String> parkedIds(Campaign campaign) {
        return campaign
                .stack()
                .databases()
                .rows("competition", "select id from dead_letter where state = 'PARKED'")
                .stream()
                .map(List::getFirst)
                .toList();
    }

    /** Whether somebody who was approved after this time is in competition's copy. */
    private static boolean copiedSince(Campaign campaign, long ns) {
        var approved = campaign.ops().stream()
                .filter(op -> op.is("approve", Op.Outcome.OK) && op.invokeNs() > ns)
                .map(Op::key)
                .toList();
        var databases = campaign.stack().databases();
        return approved.stream()
                .map(key -> databases.rows(
                        "membership", "select member_id from join_application where id = '%s'".formatted(key)))
                .anyMatch(row -> databases.count(
                                "competition",
                                "select count(*) from member_reference where member_id = ?::uuid",
                                row.getFirst().getFirst())
                        == 1);
    }

    /** Competition's own table refuses members for a while, as a bug in its rules would. */
    private static void replayedTwice(Campaign campaign) {
        var databases = campaign.stack().databases();
        databases.tamper("competition", """
                create or replace function %1$s() returns trigger language plpgsql as $$
                begin
                    raise exception 'refused by a fault test';
                end
                $$;
                create or replace trigger %1$s before insert on member_reference for each row execute function %1$s();
                """.formatted(SWITCH));
        try {
            await("an event is parked")
                    .atMost(MINUTE)
                    .until(() -> !parkedIds(campaign).isEmpty());
        } finally {
            databases.tamper(
                    "competition", "drop trigger %1$s on member_reference; drop function %1$s".formatted(SWITCH));
        }
        var admin = campaign.stack().as("admin");
        while (!parkedIds(campaign).isEmpty()) {
            var id = parkedIds(campaign).getFirst();
            admin.post(DEAD_LETTERS + id + "/replay").expect(200);
            assertThat(admin.post(DEAD_LETTERS + id + "/replay")
                            .expect(200)
                            .json()
                            .path("replayed")
                            .asInt())
                    .as("nothing is left to replay")
                    .isZero();
        }
    }

    private static void offsetsLost(Campaign campaign) {
        var before = copy(campaign);
        campaign.stack().kill("competition");
        beginAnew(campaign);
        await("everything was delivered again")
                .atMost(MINUTE)
                .until(() -> ProcessFaults.duplicates(campaign) >= before.size());
        assertThat(copy(campaign))
                .as("The copy after everything was delivered again")
                .containsAll(before);
    }

    /** Competition, which is down, starts and is delivered all topics again. */
    static void beginAnew(Campaign campaign) {
        campaign.stack().topics().forgetOffsets("competition", "competition");
        campaign.stack().start("competition");
    }

    private static List<List<String>> copy(Campaign campaign) {
        return campaign.stack().databases().rows("competition", "select * from member_reference where version = 0");
    }
}
