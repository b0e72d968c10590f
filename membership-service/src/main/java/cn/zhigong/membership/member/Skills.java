package cn.zhigong.membership.member;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The skill levels members reached, copied from what training tells. */
@ApplicationScoped
class Skills implements EventHandlers {

    record Promoted(
            UUID personId,
            String occupation,
            String level,
            @Nullable String certificateNumber,
            LocalDate on,
            long version) {}

    private final Sql sql;

    Skills(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void register(Registry registry) {
        registry.on("cn.zhigong.training.skill-level-promoted.v1", Promoted.class, (event, skill) -> promoted(skill));
    }

    /** The newest word counts, in whatever order they arrive. */
    void promoted(Promoted skill) {
        sql.update(
                """
                insert into member_skill (person_id, occupation, level, certificate_number, reached_on, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (person_id, occupation) do update set level = excluded.level,
                    certificate_number = excluded.certificate_number, reached_on = excluded.reached_on,
                    version = excluded.version
                where member_skill.reached_on < excluded.reached_on
                    or (member_skill.reached_on = excluded.reached_on and member_skill.version < excluded.version)
                """,
                skill.personId(),
                skill.occupation(),
                skill.level(),
                skill.certificateNumber(),
                skill.on(),
                skill.version());
    }

    List<MyMembership.Skill> of(UUID person) {
        return sql.list(
                """
                select occupation, level, certificate_number, reached_on from member_skill
                where person_id = ? order by occupation
                """,
                row -> new MyMembership.Skill(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)),
                person);
    }
}
