package cn.zhigong.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.faults.Violation.Invariant;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The same campaign against a platform that is wrong, by triggers in the databases of the test: the checker has to
 * notice. No switch for this exists in the programs.
 */
final class NegativeControls {

    private static final String FORGET = "fault_control";
    private static final int SHOWN = 5;

    private NegativeControls() {}

    /** A subscriber that forgets what it has handled, and is delivered everything again. Leaves all as it was. */
    static void withoutTheInbox(Campaign campaign) {
        var databases = campaign.stack().databases();
        campaign.stack().kill("competition");
        trigger(
                campaign,
                "competition",
                "after insert on inbox",
                "delete from inbox where event_id = new.event_id; return null;");
        databases.tamper("competition", "create table fault_kept as table inbox; delete from inbox");
        long before = campaign.effects();
        try {
            EventFaults.beginAnew(campaign);
            await("events take effect again").atMost(Duration.ofSeconds(60)).until(() -> campaign.effects() > before);
            notices(
                    campaign,
                    violation -> violation.invariant() == Invariant.HANDLED_ONCE
                            && violation.what().contains("took effect"));
        } finally {
            drop(campaign, "competition", "inbox");
            databases.tamper(
                    "competition",
                    "insert into inbox select * from fault_kept on conflict do nothing; drop table fault_kept");
        }
    }

    /**
     * An owner that commits a change and loses its event, as one would that publishes past the transaction. The events
     * are put back in the end.
     */
    static void withoutTheOutboxRow(Campaign campaign) {
        var databases = campaign.stack().databases();
        databases.tamper("membership", "create table fault_kept as table outbox with no data");
        trigger(campaign, "membership", "before insert on outbox", """
                if new.type like '%member-joined%' and get_byte(uuid_send(new.id), 15) % 2 = 0 then
                    insert into fault_kept select new.*;
                    return null;
                end if;
                return new;
                """);
        try {
            campaign.load(Duration.ofSeconds(15));
            Campaign.lasts(Duration.ofSeconds(15));
            notices(campaign, violation -> violation.invariant() == Invariant.SAME_EVERYWHERE);
        } finally {
            drop(campaign, "membership", "outbox");
            databases.tamper("membership", """
                    insert into outbox overriding system value select * from fault_kept;
                    drop table fault_kept
                    """);
        }
    }

    private static void notices(Campaign campaign, Predicate<Violation> wanted) {
        var violations = campaign.violations();
        System.out.printf("The checker says %d things, such as%n", violations.size());
        violations.stream().limit(SHOWN).forEach(System.out::println);
        assertThat(violations)
                .as("What the checker says of a platform that is wrong")
                .anyMatch(wanted);
    }

    private static void trigger(Campaign campaign, String database, String when, String body) {
        campaign.stack().databases().tamper(database, """
                create or replace function %1$s() returns trigger language plpgsql as $$ begin %3$s end $$;
                create trigger %1$s %2$s for each row execute function %1$s();
                """.formatted(FORGET, when, body));
    }

    private static void drop(Campaign campaign, String database, String table) {
        campaign.stack()
                .databases()
                .tamper(database, "drop trigger %1$s on %2$s; drop function %1$s".formatted(FORGET, table));
    }
}
