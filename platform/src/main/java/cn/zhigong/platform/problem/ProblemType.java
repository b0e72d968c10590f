package cn.zhigong.platform.problem;

import java.util.List;
import java.util.Map;

/**
 * Something a request can be refused for. Each feature lists its own in one enum; the constant's name is the code that
 * clients see and that never changes. Texts in both languages stand in the service's {@code problems.yaml}.
 */
public interface ProblemType {

    /** The code, in UPPER_SNAKE. */
    String name();

    /** The HTTP status of the answer. */
    int status();

    /** This problem without further facts. */
    default Problem problem() {
        return new Problem(this, Map.of(), List.of());
    }

    /** This problem with one fact: an extension member of the answer and a placeholder of its text. */
    default Problem with(String member, Object value) {
        return problem().with(member, value);
    }

    /** This problem pointing at one field of the request. */
    default Problem at(String field, String violation) {
        return problem().at(field, violation);
    }
}
