package cn.zhigong.platform.job;

import static cn.zhigong.platform.problem.CommonProblem.INTERNAL_ERROR;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.security.Acting;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs long work on a virtual thread and keeps its progress in a row that its owner can follow. */
@Singleton
public class Jobs implements Forgetting {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    /**
     * A job as its owner sees it.
     *
     * @param total how much there is to do, when that is known
     * @param result one line on what came out; of a failed one the code of the problem
     */
    public record Job(
            UUID id,
            String kind,
            JobState state,
            long done,
            @Nullable Long total,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String result) {

        private static Job read(Row row) {
            return new Job(
                    row.uuid("id"),
                    row.text("kind"),
                    row.constant("state", JobState.class),
                    row.bigint("done"),
                    row.bigintOrNull("total"),
                    row.instant("started_at"),
                    row.instantOrNull("finished_at"),
                    row.textOrNull("result"));
        }

        boolean isOver() {
            return state != JobState.RUNNING;
        }
    }

    /** Tells how far a job has come. */
    public interface Progress {

        void done(long done);
    }

    /** Several beats: a pause of the process or the database is no death. */
    private static final int DEAD_AFTER_SECONDS = 60;

    private static final int DAYS_KEPT = 30;

    private final Sql sql;
    private final CommitRows commit;
    private final InstantSource clock;
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();

    Jobs(Sql sql, CommitRows commit, InstantSource clock) {
        this.sql = sql;
        this.commit = commit;
        this.clock = clock;
    }

    /**
     * Renews the sign of life of what runs here. A job cannot outlive its process: one without a sign of life for
     * {@value #DEAD_AFTER_SECONDS} seconds has failed, and its owner starts it again.
     */
    void beat() {
        sql.update("update job set alive_at = now() where state = 'RUNNING' and id = any (?)", (Object)
                here.toArray(UUID[]::new));
        sql.update("""
                update job set state = 'FAILED', finished_at = ?, result = 'INTERRUPTED'
                where state = 'RUNNING' and alive_at < now() - make_interval(secs => ?)
                """, clock.instant(), DEAD_AFTER_SECONDS);
    }

    /**
     * Starts a job; inside a transaction it begins once that has committed, and never when it is rolled back, so that
     * it sees what it was started for. A process that dies in between leaves a job that has failed.
     *
     * @param owner who may follow it, and in whose name it acts
     * @param work gets the progress to report to and gives the result line
     */
    public Job start(String kind, Caller owner, @Nullable Long total, Function<Progress, String> work) {
        var id = Ids.next();
        sql.update(
                "insert into job (id, kind, owner, state, total, started_at) values (?, ?, ?, ?, ?, ?)",
                id,
                kind,
                owner.account(),
                JobState.RUNNING,
                total,
                clock.instant());
        commit.afterCommitOrNow(() -> launch(id, kind, () -> Acting.as(owner, () -> run(id, work))));
        return find(id, owner.account()).orElseThrow();
    }

    private void launch(UUID id, String kind, Runnable work) {
        here.add(id);
        var _ = Thread.ofVirtual().name("job-" + kind).start(work);
    }

    private void run(UUID id, Function<Progress, String> work) {
        try {
            var result = work.apply(done -> sql.update("update job set done = ? where id = ?", done, id));
            finish(id, JobState.DONE, result);
        } catch (Problem refused) {
            // Its owner asked for what the rules do not allow, which is no trouble of ours.
            LOG.debugf(refused, "Job %s was refused", id);
            finish(id, JobState.FAILED, refused.type().name());
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Job %s failed", id);
            finish(id, JobState.FAILED, INTERNAL_ERROR.name());
        } finally {
            here.remove(id);
        }
    }

    private void finish(UUID id, JobState state, String result) {
        sql.update(
                "update job set state = ?, finished_at = ?, result = ? where id = ? and state = 'RUNNING'",
                state,
                clock.instant(),
                result,
                id);
    }

    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from job where id = any(array(select id from job
                    where state <> 'RUNNING' and alive_at < now() - make_interval(days => ?) limit ?))
                """, DAYS_KEPT, most);
    }

    /** A job of this owner. */
    public Optional<Job> find(UUID id, String owner) {
        return sql.first("""
                select id, kind, state, done, total, started_at, finished_at, result from job where id = ? and owner = ?
                """, Job::read, id, owner);
    }
}
