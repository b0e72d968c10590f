package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.done;
import static cn.zhigong.competition.City.entry;
import static cn.zhigong.competition.City.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody changes by SQL either. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FrozenResultTest extends RunningContest {

    @Test
    void aFinalResultIsFrozenEvenForSql() {
        var other = rankedElsewhere();
        show();
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
        var winner = UUID.fromString(entries.getFirst());
        assertFrozen("update event_placing set rank = 9 where entry_id = ?", winner);
        assertFrozen("update event_placing set event_id = ? where entry_id = ?", other, winner);
        assertFrozen("delete from event_placing where entry_id = ?", winner);
        assertFrozen("update event_ranking set event_id = ? where event_id = ?", other, UUID.fromString(event));
        assertFrozen("update registration set person_id = ? where id = ?", UUID.randomUUID(), winner);
        assertFrozen("update registration set state = 'WITHDRAWN' where id = ?", winner);
        assertFrozen("update contest set state = 'RANKED' where id = ?", UUID.fromString(contest));
        assertFrozen("update contest_event set contest_id = ? where id = ?", contestOf(other), UUID.fromString(event));
        changed(1, "update contest set state = 'AWARDED' where id = ?", UUID.fromString(contest));
        assertFrozen("update contest set state = 'RANKED' where id = ?", UUID.fromString(contest));
    }

    @Test
    void resultsAreNotEmptied() {
        for (var table : List.of("event_placing", "event_ranking", "registration", "contest_event", "contest")) {
            assertThatThrownBy(() -> sql.update("truncate " + table + " cascade"))
                    .hasStackTraceContaining("Results are not emptied");
        }
    }

    @Test
    void anEntryIsRankedInItsOwnEventAndBelongsToItsOwnContest() {
        var other = rankedElsewhere();
        show();
        var stranger = UUID.fromString(entries.getFirst());
        assertForeign("insert into event_placing (event_id, entry_id, rank) values (?, ?, 9)", other, stranger);
        assertForeign("update registration set contest_id = ? where id = ?", contestOf(other), stranger);
        assertForeign(
                "update event_ranking set contest_id = ? where event_id = ?", contestOf(other), UUID.fromString(event));
    }

    /** The event of a second contest that has a ranking and is not final. */
    private UUID rankedElsewhere() {
        String second = city.contestAt("REG_OPEN", 5);
        var event = city.event(second, 0);
        var entry = entry(members.getFirst(), event);
        city.advance(second, "RUNNING");
        rank(as(city.judge, "judge"), event, List.of(entry)).then().statusCode(200);
        return UUID.fromString(event);
    }

    private UUID contestOf(UUID event) {
        return sql.first("select contest_id from contest_event where id = ?", row -> row.uuid(1), event)
                .orElseThrow();
    }

    private void changed(int rows, String change, Object... parameters) {
        assertThat(sql.update(change, parameters)).isEqualTo(rows);
    }

    private void assertFrozen(String change, Object... parameters) {
        assertThatThrownBy(() -> sql.update(change, parameters))
                .hasStackTraceContaining("A final result cannot change");
    }

    private void assertForeign(String change, Object... parameters) {
        assertThatThrownBy(() -> sql.update(change, parameters)).hasStackTraceContaining("foreign key");
    }
}
