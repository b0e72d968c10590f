package cn.zhigong.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When facts were committed in membership and when their effects were in competition, in microseconds by event. One
 * PostgreSQL cluster hosts both databases and notes the times itself ({@code track_commit_timestamp}), so there is one
 * clock and no guess: an event's id is made before its commit, and a client hears of it after.
 */
record CommitTimes(Database source, Database target) implements AutoCloseable {

    /** Lets the server keep the times; it has to be restarted for that. */
    static void keep(Stack stack) {
        try (var cluster = stack.database("DATABASE_URL")) {
            cluster.run("alter system set track_commit_timestamp = on");
        }
        stack.restart(Stack.POSTGRES);
    }

    static CommitTimes of(Stack stack) {
        return new CommitTimes(stack.database("MEMBERSHIP_DATABASE_URL"), stack.database("COMPETITION_DATABASE_URL"));
    }

    /** A trigger notes which transaction published which event. */
    void note(String type) {
        source.run("create table bench_commit (event_id uuid primary key, xid xid8 not null)");
        source.run("""
                create function bench_commit() returns trigger language plpgsql as $$
                begin
                    insert into bench_commit values (new.id, pg_current_xact_id());
                    return null;
                end
                $$""");
        source.run("""
                create trigger bench_commit after insert on outbox for each row
                when (new.type = '%s') execute function bench_commit()""".formatted(type));
    }

    void forget() {
        source.run("truncate bench_commit");
    }

    boolean everythingIsSent() {
        return source.number("select count(*) from outbox") == 0;
    }

    Map<String, Long> commits() {
        return times(source, """
                select event_id::text, (extract(epoch from pg_xact_commit_timestamp(xid::xid)) * 1000000)::bigint
                from bench_commit""");
    }

    Map<String, Long> effects() {
        return times(target, """
                select event_id::text, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint
                from inbox where received_at > now() - interval '5 minutes'""");
    }

    private static Map<String, Long> times(Database database, String sql) {
        var times = new LinkedHashMap<String, Long>();
        database.list(sql, row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> times.put(entry.getKey(), entry.getValue()));
        return times;
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
