package cn.zhigong.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** The database or the broker dies, or stands still. */
final class StoreFaults {

    /** The gateway waits 30 s for a service, and answers 504 then; the rest is this machine's. */
    static final double LONGEST_ANSWER_SECONDS = 35;

    static final Row DATABASE_KILLED = new Row("F10", "postgres: SIGKILL of the postmaster", campaign -> {
        campaign.stack().kill("postgres");
        campaign.stack().start("postgres");
        campaign.works("served again, nothing but the database started anew");
    });

    static final Row BACKEND_KILLED = new Row("F11", "postgres: SIGKILL of one backend", StoreFaults::backendKilled);

    static final Row DATABASE_STANDS_STILL = new Row("F12", "postgres: SIGSTOP for 20 s", campaign -> {
        long begin = System.nanoTime();
        standsStill(campaign, "postgres", Duration.ofSeconds(20));
        campaign.works("served again");
        isAnsweredInTime(campaign, begin);
    });

    static final Row BROKER_KILLED = new Row("F17", "kafka: SIGKILL and start", campaign -> {
        long begin = System.nanoTime();
        campaign.stack().kill("kafka");
        campaign.works("served without the broker");
        campaign.stack().start("kafka");
        campaign.works("served");
        isUndisturbed(campaign, begin);
    });

    static final Row BROKER_STANDS_STILL = new Row("F19", "kafka: SIGSTOP for 30 s", campaign -> {
        long calm = System.nanoTime();
        Campaign.lasts(Duration.ofSeconds(15));
        long begin = System.nanoTime();
        standsStill(campaign, "kafka", Duration.ofSeconds(30));
        long end = System.nanoTime();
        campaign.works("served with the broker again");
        isUndisturbed(campaign, begin);
        double before = campaign.p99Millis(calm, begin);
        double meanwhile = campaign.p99Millis(begin, end);
        System.out.printf(
                "99 of 100 users waited at most %.0f ms before, %.0f ms without the broker: %.2f times (goal 1.5)%n",
                before, meanwhile, meanwhile / before);
    });

    private StoreFaults() {}

    private static void backendKilled(Campaign campaign) {
        var backend = campaign.stack()
                .databases()
                .rows(
                        "membership",
                        "select pid from pg_stat_activity where datname = 'membership' and pid <> pg_backend_pid()"
                                + " and backend_type = 'client backend' limit 1");
        assertThat(backend).as("A connection of membership").hasSize(1);
        campaign.stack().processes().kill(Long.parseLong(backend.getFirst().getFirst()));
        campaign.works("served again, nothing started anew");
    }

    private static void standsStill(Campaign campaign, String part, Duration time) {
        campaign.stack().processes().signalAll(part, "STOP");
        try {
            Campaign.lasts(time);
        } finally {
            campaign.stack().processes().signalAll(part, "CONT");
        }
    }

    /** Whoever could not be served was told so before their patience ended. */
    static void isAnsweredInTime(Campaign campaign, long begin) {
        assertThat(campaign.troublesSince(begin))
                .as("Tries that took longer than the gateway's deadline")
                .noneMatch(trouble -> trouble.seconds() > LONGEST_ANSWER_SECONDS);
    }

    /** The API works without the broker. */
    private static void isUndisturbed(Campaign campaign, long begin) {
        assertThat(campaign.troublesSince(begin)).as("What users met").isEqualTo(List.of());
    }
}
