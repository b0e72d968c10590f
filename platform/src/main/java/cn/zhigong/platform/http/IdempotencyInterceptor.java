package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_IDEMPOTENCY_KEY;
import static cn.zhigong.platform.problem.CommonProblem.REQUEST_IN_PROGRESS;
import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.platform.security.CurrentCaller;
import cn.zhigong.platform.sql.SqlFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Sees that a POST with an idempotency key has one effect and one answer. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final String UNIQUE_VIOLATION = "23505";

    private final IdempotencyRecords records;
    private final CurrentCaller caller;
    private final HttpServerRequest request;

    IdempotencyInterceptor(IdempotencyRecords records, CurrentCaller caller, HttpServerRequest request) {
        this.records = records;
        this.caller = caller;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        if (!call.getMethod().isAnnotationPresent(POST.class)) {
            return call.proceed();
        }
        var key = request.getHeader(HEADER);
        if (key == null) {
            return withoutKey(call);
        }
        refuseMalformed(key);
        var attempt = new IdempotencyRecords.Attempt(
                who(), String.valueOf(request.path()), key, records.hash(call.getMethod(), call.getParameters()));
        if (opensItsOwnTransactions(call.getMethod())) {
            return claimed(attempt, call);
        }
        try {
            return inOneTransaction(attempt, call);
        } catch (RuntimeException e) {
            if (lostTheRace(e)) {
                return inOneTransaction(attempt, call);
            }
            throw e;
        }
    }

    /** As with a key: what is one transaction must not depend on what the caller sends. */
    private static Object withoutKey(InvocationContext call) throws Exception {
        return opensItsOwnTransactions(call.getMethod())
                ? call.proceed()
                : QuarkusTransaction.requiringNew().call(call::proceed);
    }

    private static void refuseMalformed(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw INVALID_IDEMPOTENCY_KEY.problem();
        }
    }

    /** Keys belong to their caller; nobody's are told apart by address. */
    private String who() {
        var known = caller.get();
        return known.isKnown()
                ? known.account()
                : "address:" + request.remoteAddress().hostAddress();
    }

    private Object inOneTransaction(IdempotencyRecords.Attempt attempt, InvocationContext call) {
        return QuarkusTransaction.requiringNew().call(() -> {
            refuseOrReplay(records.begin(attempt), attempt);
            var answer = call.proceed();
            records.complete(attempt, answer);
            return answer;
        });
    }

    private static boolean opensItsOwnTransactions(Method operation) {
        var transactional = operation.getAnnotation(Transactional.class);
        return transactional != null && transactional.value() == NEVER;
    }

    /** A transaction of ours around it would hold a connection while it waits for another, until none is left. */
    private Object claimed(IdempotencyRecords.Attempt attempt, InvocationContext call) throws Exception {
        refuseOrReplay(QuarkusTransaction.requiringNew().call(() -> records.claim(attempt)), attempt);
        Object answer;
        try {
            answer = call.proceed();
        } catch (Exception failure) {
            QuarkusTransaction.requiringNew().run(() -> records.release(attempt));
            throw failure;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            records.release(attempt);
            records.complete(attempt, answer);
        });
        return answer;
    }

    private void refuseOrReplay(IdempotencyRecords.Earlier earlier, IdempotencyRecords.Attempt attempt) {
        if (earlier.answer() != null) {
            throw replay(earlier.answer(), attempt);
        }
        if (!earlier.mine()) {
            throw REQUEST_IN_PROGRESS.problem();
        }
    }

    private WebApplicationException replay(IdempotencyRecords.Answer answer, IdempotencyRecords.Attempt attempt) {
        if (!answer.requestHash().equals(attempt.requestHash())) {
            throw IDEMPOTENCY_KEY_REUSED.problem();
        }
        var response = Response.status(answer.status())
                .header("Idempotency-Replayed", "true")
                .entity(answer.body());
        answer.headers().forEach(response::header);
        return new WebApplicationException(response.build());
    }

    /** Another instance stored its answer between our look and our commit. */
    private static boolean lostTheRace(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlFailure sql && sql.state().equals(UNIQUE_VIOLATION)) {
                return String.valueOf(sql.getCause()).contains("idempotency_pkey");
            }
            for (var hidden : cause.getSuppressed()) {
                if (lostTheRace(hidden)) {
                    return true;
                }
            }
        }
        return false;
    }
}
