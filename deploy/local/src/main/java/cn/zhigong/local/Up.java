package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Brings up what does not run yet, as much at once as depends on nothing unfinished. All of it or nothing. */
final class Up {

    /** A part that runs may still be starting, when an earlier "up" was killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final Children children;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final long begin = System.nanoTime();

    private Up(Stack stack) {
        this.stack = stack;
        this.children = new Children(stack.state().pids());
    }

    static void run(Checkout checkout, StateFolder state, Map<String, String> environment, boolean build) {
        state.create();
        try (var _ = state.lock()) {
            state.create(); // a clean may have come in between
            if (!build) {
                Build.requireEverything(checkout);
            }
            var stale = build ? Build.stale(checkout) : List.<String>of();
            new Up(Stack.refreshed(checkout, state, environment)).bringUp(stale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bringUp(List<String> stale) {
        if (stale.isEmpty() && allRunsAndAnswers()) {
            stack.keycloak().ifPresent(this::applyRealm);
            System.out.println("Already up.");
        } else {
            Shutdown.hook(children::close);
            startAll(stale);
        }
        var environment = new ServiceEnvironment(stack).forScripts();
        KeyValues.write(stack.state().environment(), environment);
        DemoCity.loadOnce(stack.state(), environment, stack.checkout().sources().resolve("demo/city.json"));
        children.release();
        System.out.print(Summary.of(stack));
    }

    private boolean allRunsAndAnswers() {
        return stack.services().stream().noneMatch(this::runsOutdated)
                && stack.parts().stream().allMatch(this::runsAndAnswers);
    }

    private boolean runsAndAnswers(Part part) {
        return running(part).isPresent() && part.answers();
    }

    private Optional<Child> running(Part part) {
        return stack.state().pids().running(part.name());
    }

    /** Whether it was built anew since it was started. */
    private boolean runsOutdated(Service service) {
        return running(service).filter(service::isOutdated).isPresent();
    }

    /** The servers start while Maven builds: a build alone keeps no two cores busy. */
    private void startAll(List<String> stale) {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var programs = submit(tasks, () -> {
                Build.modules(stack.checkout(), stale, children);
                return true;
            });
            var databases = submit(tasks, () -> {
                stack.postgres().ifPresent(this::ensure);
                provideDatabases();
                return true;
            });
            var broker = submit(tasks, () -> {
                stack.kafka().ifPresent(this::ensure);
                return true;
            });
            var distribution = submit(tasks, () -> {
                var log = stack.state().log("keycloak-build");
                stack.keycloak().ifPresent(_ -> KeycloakServer.prepare(stack.checkout(), children, log));
                return true;
            });
            submitDependent(
                    tasks,
                    List.of(databases, distribution),
                    () -> stack.keycloak().ifPresent(this::ensureWithRealm));
            submitPrograms(tasks, List.of(databases, broker, programs));
        }
        var first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private void submitPrograms(ExecutorService tasks, List<Future<Boolean>> needed) {
        for (var component : Component.ALL) {
            submitDependent(tasks, needed, () -> stack.service(component).ifPresent(this::ensureCurrent));
        }
    }

    private void provideDatabases() {
        var superuser = stack.superuser();
        superuser.provide(stack.database(KeycloakServer.NAME));
        Component.ALL.forEach(component -> superuser.provide(stack.database(component.name())));
    }

    private void submitDependent(ExecutorService tasks, List<Future<Boolean>> needed, Runnable task) {
        var _ = submit(tasks, () -> {
            needed.forEach(Tasks::result);
            task.run();
            return true;
        });
    }

    /** The first failure ends everything that was started: the others then fail too, which is no news. */
    private Future<Boolean> submit(ExecutorService tasks, Callable<Boolean> task) {
        return tasks.submit(() -> {
            try {
                return task.call();
            } catch (RuntimeException e) {
                if (failure.compareAndSet(null, e)) {
                    children.close();
                }
                throw e;
            }
        });
    }

    private void ensure(Part part) {
        if (running(part).isPresent()) {
            awaitAnswer(part);
            return;
        }
        var _ = part.start(children);
        report(part.name(), "ready");
    }

    private void ensureCurrent(Service service) {
        running(service).filter(service::isOutdated).ifPresent(child -> child.stop(PATIENCE));
        ensure(service);
    }

    private void awaitAnswer(Part part) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!part.answers()) {
            if (System.nanoTime() > deadline) {
                throw new LocalStackException("%s runs but does not answer; its log is %s. To start it anew: restart %s"
                        .formatted(part.name(), stack.state().log(part.name()), part.name()));
            }
            Child.pause();
        }
    }

    private void ensureWithRealm(KeycloakServer keycloak) {
        ensure(keycloak);
        applyRealm(keycloak);
    }

    private void applyRealm(KeycloakServer keycloak) {
        var realm = new Realm(
                stack.checkout().sources().resolve("realm"), stack.state().data("realm.sha256"), stack.http());
        if (realm.apply(keycloak)) {
            report("realm " + Realm.NAME, "applied");
        }
    }

    private void report(String name, String what) {
        System.out.printf("%-14s %s after %.1f s%n", name, what, (System.nanoTime() - begin) / 1e9);
    }
}
