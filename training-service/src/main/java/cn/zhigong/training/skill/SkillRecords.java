package cn.zhigong.training.skill;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of persons' skill levels. Nothing is ever overwritten: a level ends by being revoked. */
@Singleton
public class SkillRecords implements EventHandlers {

    record Member(UUID personId) {}

    /**
     * One level that somebody reached.
     *
     * @param revokedOn when the certificate behind it was revoked, if it was
     */
    record Attainment(
            String occupation,
            SkillLevel level,
            LocalDate on,
            String certificateNumber,
            @Nullable LocalDate revokedOn) {

        static Attainment read(Row row) {
            return new Attainment(
                    row.text("occupation"),
                    row.constant("level", SkillLevel.class),
                    row.day("attained_on"),
                    row.text("certificate_number"),
                    row.dayOrNull("revoked_on"));
        }
    }

    private final Sql sql;
    private final Outbox outbox;
    private final InstantSource clock;

    SkillRecords(Sql sql, Outbox outbox, InstantSource clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void register(Registry registry) {
        registry.on("cn.zhigong.membership.member-joined.v1", Member.class, this::heardOf);
        registry.on("cn.zhigong.membership.member-changed.v1", Member.class, this::heardOf);
    }

    /**
     * A record is the person's, not the membership's: it is opened once, and nothing of a later membership touches it.
     */
    private void heardOf(ReceivedEvent event, Member member) {
        open(member.personId());
    }

    private void open(UUID person) {
        sql.update(
                "insert into skill_record (person_id, opened_at, version) values (?, ?, 0) on conflict do nothing",
                person,
                clock.instant());
    }

    /**
     * Opens a person's record where there is none and holds it: until the transaction ends nobody else decides on this
     * person's promotions.
     */
    @Transactional(MANDATORY)
    public void hold(UUID person) {
        open(person);
        var ignored = sql.first(
                "select version from skill_record where person_id = ? for update", row -> row.bigint(1), person);
    }

    /** The highest level a person holds in an occupation. */
    public Optional<SkillLevel> levelOf(UUID person, String occupation) {
        return held(person, occupation).map(Attainment::level);
    }

    private Optional<Attainment> held(UUID person, String occupation) {
        return attainments(person).stream()
                .filter(one -> one.occupation().equals(occupation) && one.revokedOn() == null)
                .max(Comparator.comparing(Attainment::level));
    }

    /** Records a certified level and tells everybody. The record must be held. */
    @Transactional(MANDATORY)
    public void promote(UUID person, UUID member, String occupation, SkillLevel level, String number, LocalDate on) {
        sql.update("""
                insert into attainment (id, person_id, occupation, level, attained_on, certificate_number)
                values (?, ?, ?, ?, ?, ?)
                """, Ids.next(), person, occupation, level, on, number);
        outbox.publish(new SkillLevelPromoted(person, member, occupation, level, number, on, nextVersion(person)));
    }

    /** Ends the level that a certificate stood for and tells everybody. The record must be held. */
    @Transactional(MANDATORY)
    public void revoke(UUID person, String certificateNumber, LocalDate on) {
        var gone = sql.first("""
                        update attainment set revoked_on = ? where certificate_number = ? and revoked_on is null
                        returning occupation, level, attained_on, certificate_number, revoked_on
                        """, Attainment::read, on, certificateNumber)
                .orElseThrow(() -> new IllegalStateException("No level stands on " + certificateNumber));
        var remaining = held(person, gone.occupation())
                .map(one -> new SkillLevelRevoked.Held(one.level(), one.certificateNumber(), one.on()))
                .orElse(null);
        outbox.publish(new SkillLevelRevoked(
                person, gone.occupation(), gone.level(), certificateNumber, on, remaining, nextVersion(person)));
    }

    private long nextVersion(UUID person) {
        return sql.first(
                        "update skill_record set version = version + 1 where person_id = ? returning version",
                        row -> row.bigint(1),
                        person)
                .orElseThrow(() -> new IllegalStateException("The record is not held"));
    }

    boolean isOpen(UUID person) {
        return sql.first("select 1 from skill_record where person_id = ?", row -> true, person)
                .isPresent();
    }

    List<Attainment> attainments(UUID person) {
        return sql.list("""
                select occupation, level, attained_on, certificate_number, revoked_on from attainment
                where person_id = ? order by occupation, attained_on, id
                """, Attainment::read, person);
    }
}
