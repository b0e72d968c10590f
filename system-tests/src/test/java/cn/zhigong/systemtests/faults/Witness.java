package cn.zhigong.systemtests.faults;

import cn.zhigong.systemtests.stack.Databases;

/**
 * Counts in a subscriber's own database how often a handler wrote to its table, in the handler's transaction. A copy
 * that is written to twice with the same version looks right; this does not.
 */
final class Witness {

    private final Databases databases;
    private final String service;
    private final String table;
    private long before;

    Witness(Databases databases, String service, String table) {
        this.databases = databases;
        this.service = service;
        this.table = table;
    }

    /**
     * Begins to count.
     *
     * @param events how many different events the service has handled by now
     */
    void begin(long events) {
        before = events;
        databases.tamper(service, """
                create table if not exists fault_witness (at timestamptz not null default now());
                truncate fault_witness;
                create or replace function fault_witness() returns trigger language plpgsql as $$
                begin
                    insert into fault_witness default values;
                    return null;
                end
                $$;
                create or replace trigger fault_witness after insert on %s
                    for each statement execute function fault_witness();
                """.formatted(table));
    }

    void end() {
        databases.tamper(
                service,
                "drop trigger if exists fault_witness on %s; drop function if exists fault_witness; drop table if exists fault_witness"
                        .formatted(table));
    }

    long before() {
        return before;
    }

    long count() {
        return databases.count(service, "select count(*) from fault_witness");
    }
}
