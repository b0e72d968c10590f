package cn.zhigong.platform.problem;

import static cn.zhigong.platform.problem.CommonProblem.MALFORMED_BODY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Says where a body stopped being what was expected and which values it may have there, nothing of its content. */
final class MalformedBody {

    private MalformedBody() {}

    static Problem problem(JsonProcessingException malformed) {
        var problem = MALFORMED_BODY.problem();
        var location = malformed.getLocation();
        if (location != null) {
            problem = problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
        }
        if (malformed instanceof JsonMappingException mapping) {
            problem = problem.with("pointer", pointer(mapping));
        }
        return malformed instanceof MismatchedInputException unfit ? problem.choices(unfit.getTargetType()) : problem;
    }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }
}
