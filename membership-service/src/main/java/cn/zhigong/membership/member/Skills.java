package cn.zhigong.membership.member;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The skill levels members hold, copied from what training tells. Training counts up a version for each person, and the
 * newest word of an occupation counts; one whose last level was revoked stays as an empty row, so that older news
 * cannot bring it back.
 */
@Singleton
class Skills implements EventHandlers {

    record Promoted(
            UUID personId,
            String occupation,
            String level,
            @Nullable String certificateNumber,
            LocalDate on,
            long version) {}

    /** A level is gone; {@code remaining} is the highest that is still held, if there is one. */
    record Revoked(
            UUID personId, String occupation, @Nullable Held remaining, long version) {}

    record Held(String level, @Nullable String certificateNumber, LocalDate on) {}

    private final Sql sql;

    Skills(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void register(Registry registry) {
        registry.on("cn.zhigong.training.skill-level-promoted.v1", Promoted.class, (event, skill) -> promoted(skill));
        registry.on("cn.zhigong.training.skill-level-revoked.v1", Revoked.class, (event, skill) -> revoked(skill));
    }

    void promoted(Promoted skill) {
        keep(
                skill.personId(),
                skill.occupation(),
                new Held(skill.level(), skill.certificateNumber(), skill.on()),
                skill.version());
    }

    private void revoked(Revoked skill) {
        keep(skill.personId(), skill.occupation(), skill.remaining(), skill.version());
    }

    private void keep(UUID person, String occupation, @Nullable Held held, long version) {
        sql.update(
                """
                insert into member_skill (person_id, occupation, level, certificate_number, reached_on, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (person_id, occupation) do update set level = excluded.level,
                    certificate_number = excluded.certificate_number, reached_on = excluded.reached_on,
                    version = excluded.version
                where member_skill.version < excluded.version
                """,
                person,
                occupation,
                held == null ? null : held.level(),
                held == null ? null : held.certificateNumber(),
                held == null ? null : held.on(),
                version);
    }

    List<MyMembership.Skill> of(UUID person) {
        return sql.list(
                """
                select occupation, level, certificate_number, reached_on from member_skill
                where person_id = ? and level is not null order by occupation
                """, row -> new MyMembership.Skill(row.text(1), row.text(2), row.textOrNull(3), row.day(4)), person);
    }
}
