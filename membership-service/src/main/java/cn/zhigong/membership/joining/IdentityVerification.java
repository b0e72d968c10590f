package cn.zhigong.membership.joining;

import cn.zhigong.membership.joining.IdentityProvider.Answer;
import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.sql.DatabaseTrouble;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Has identities checked: takes a batch in one short transaction, asks the provider about all of them at once outside
 * any transaction, and records the answers in another.
 */
@Singleton
class IdentityVerification implements BackgroundWork {

    private static final Logger LOG = Logger.getLogger(IdentityVerification.class);

    private final Verifying verifying;
    private final IdentityProvider provider;
    private final JoiningConfig config;

    IdentityVerification(Verifying verifying, @Any Instance<IdentityProvider> providers, JoiningConfig config) {
        this.verifying = verifying;
        this.config = config;
        this.provider = providers.stream()
                .filter(one -> one.name().equals(config.identityProvider()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "zhigong.joining.identity-provider names no provider: " + config.identityProvider()));
    }

    @Override
    public String name() {
        return "identity-verification";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean work() {
        var batch = verifying.claim(
                config.identityBatch(), config.identityTimeLimit().multipliedBy(4));
        if (batch.isEmpty()) {
            return false;
        }
        record(answered(batch));
        return batch.size() == config.identityBatch();
    }

    /**
     * One application that cannot be recorded must not hold up the others. It is put off longer each time: every batch
     * it comes in is undone and recorded one by one.
     */
    private void record(List<Verifying.Answered> answers) {
        try {
            verifying.record(answers);
        } catch (RuntimeException e) {
            if (answers.size() == 1) {
                LOG.errorf(
                        e,
                        "Application %s cannot proceed",
                        answers.getFirst().check().applicationId());
                verifying.postpone(answers.getFirst().check());
                return;
            }
            LOG.warnf("A batch of %d is recorded one by one: %s", answers.size(), DatabaseTrouble.reason(e));
            answers.forEach(one -> record(List.of(one)));
        }
    }

    private List<Verifying.Answered> answered(List<Verifying.Check> batch) {
        List<Callable<Answer>> questions = batch.stream()
                .map(check -> (Callable<Answer>) () -> provider.ask(check.person()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var limit = config.identityTimeLimit().toMillis();
            var answers = threads.invokeAll(questions, limit, TimeUnit.MILLISECONDS);
            return IntStream.range(0, batch.size())
                    .mapToObj(i -> new Verifying.Answered(batch.get(i), answer(answers.get(i))))
                    .toList();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Empty when the provider did not answer in time, or failed. */
    private static Optional<Answer> answer(Future<Answer> asked) {
        return switch (asked.state()) {
            case SUCCESS -> Optional.of(asked.resultNow());
            case FAILED -> {
                // Its message may quote what it was asked; the kind of failure says enough.
                LOG.warnf(
                        "The identity provider failed: %s",
                        asked.exceptionNow().getClass().getName());
                yield Optional.empty();
            }
            case CANCELLED, RUNNING -> Optional.empty();
        };
    }
}
