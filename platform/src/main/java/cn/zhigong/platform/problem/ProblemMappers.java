package cn.zhigong.platform.problem;

import static cn.zhigong.platform.problem.CommonProblem.BODY_TOO_LARGE;
import static cn.zhigong.platform.problem.CommonProblem.CONCURRENT_CHANGE;
import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;
import static cn.zhigong.platform.problem.CommonProblem.INTERNAL_ERROR;
import static cn.zhigong.platform.problem.CommonProblem.MALFORMED_BODY;
import static cn.zhigong.platform.problem.CommonProblem.METHOD_NOT_ALLOWED;
import static cn.zhigong.platform.problem.CommonProblem.NOT_ACCEPTABLE;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;
import static cn.zhigong.platform.problem.CommonProblem.UNAUTHENTICATED;
import static cn.zhigong.platform.problem.CommonProblem.UNAVAILABLE;
import static cn.zhigong.platform.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import cn.zhigong.platform.sql.DatabaseTrouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever stopped a request into a problem document; nothing else in a service writes an error answer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemAnswers answers;

    ProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response refused(Problem problem, HttpHeaders headers, UriInfo uri) {
        return answers.answer(problem, headers, uri);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, HttpHeaders headers, UriInfo uri) {
        return answers.answer(BeanViolations.problem(invalid), headers, uri);
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException malformed, HttpHeaders headers, UriInfo uri) {
        return answers.answer(MalformedBody.problem(malformed), headers, uri);
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException missing, HttpHeaders headers, UriInfo uri) {
        return answers.answer(UNAUTHENTICATED.problem(), headers, uri);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException bad, HttpHeaders headers, UriInfo uri) {
        return answers.answer(UNAUTHENTICATED.problem(), headers, uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, HttpHeaders headers, UriInfo uri) {
        return answers.answer(FORBIDDEN.problem(), headers, uri);
    }

    @ServerExceptionMapper
    public Response overtaken(OptimisticLockException overtaken, HttpHeaders headers, UriInfo uri) {
        return answers.answer(CONCURRENT_CHANGE.problem(), headers, uri);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException failure, HttpHeaders headers, UriInfo uri, Request request) {
        var status = failure.getResponse().getStatus();
        if (failure.getResponse().hasEntity() || status < 400) {
            return failure.getResponse();
        }
        // Where several classes share a path, the framework finds the wrong one and then no method.
        var isOtherMethod = status == 404 && AllowedMethods.lack(uri.getPath(), request.getMethod());
        return answers.answer(isOtherMethod ? METHOD_NOT_ALLOWED.problem() : ofFramework(failure), headers, uri);
    }

    private static Problem ofFramework(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 400 ->
                failure.getCause() instanceof JsonProcessingException malformed
                        ? MalformedBody.problem(malformed)
                        : MALFORMED_BODY.problem();
            case 401 -> UNAUTHENTICATED.problem();
            case 403 -> FORBIDDEN.problem();
            // Also for a part of the path that has not the form of its type; there can be nothing there.
            case 404 -> NOT_FOUND.problem();
            case 405 -> METHOD_NOT_ALLOWED.problem();
            case 406 -> NOT_ACCEPTABLE.problem();
            case 413 -> BODY_TOO_LARGE.problem();
            case 415 -> UNSUPPORTED_MEDIA_TYPE.problem();
            default -> unexpected(failure);
        };
    }

    @ServerExceptionMapper
    public Response tooLong(ChunkedBodies.TooLongException tooLong, HttpHeaders headers, UriInfo uri) {
        return answers.answer(BODY_TOO_LARGE.problem(), headers, uri);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, HttpHeaders headers, UriInfo uri) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answers.answer(problem, headers, uri);
            }
            if (cause instanceof OptimisticLockException) {
                return answers.answer(CONCURRENT_CHANGE.problem(), headers, uri);
            }
        }
        if (HungUp.is(failure)) {
            LOG.debug("A caller hung up before its request was read", failure);
            return answers.answer(MALFORMED_BODY.problem(), headers, uri);
        }
        if (DatabaseTrouble.passing(failure) || DatabaseTrouble.tooSlow(failure)) {
            LOG.warnf("The database could not serve a request: %s", DatabaseTrouble.reason(failure));
            return answers.answer(UNAVAILABLE.problem(), headers, uri);
        }
        return answers.answer(unexpected(failure), headers, uri);
    }

    private static Problem unexpected(Throwable failure) {
        LOG.error("A request failed unexpectedly", failure);
        return INTERNAL_ERROR.problem();
    }
}
