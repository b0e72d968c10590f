package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.MALFORMED_BODY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/**
 * JSON merge patch (RFC 7396): what a PATCH body says replaces the field, {@code null} removes it, the rest stays. Only
 * the fields of the changeable record can be reached, so nothing else of a resource can be assigned by the way.
 */
@Singleton
public class MergePatch {

    /** The media type a patch must have. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** {@code current} with the patch applied, valid by its own constraints. */
    public <T> T apply(@Nullable JsonNode patch, T current, Class<T> type) {
        if (patch == null || patch.isNull()) {
            throw INVALID_CONTENT.at("body", "REQUIRED");
        }
        if (!(patch instanceof ObjectNode changes)) {
            throw MALFORMED_BODY.problem();
        }
        var merged = merge(json.valueToTree(current), changes);
        try {
            var changed = json.treeToValue(merged, type);
            var violations = validator.validate(changed);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return changed;
        } catch (JsonMappingException unfit) {
            var problem = INVALID_CONTENT.at(field(unfit), "FORMAT");
            throw unfit instanceof MismatchedInputException other ? problem.choices(other.getTargetType()) : problem;
        } catch (JsonProcessingException unfit) {
            throw INVALID_CONTENT.problem();
        }
    }

    /** Where the value stands that does not fit, as violations name fields: {@code events[0].title}. */
    private static String field(JsonMappingException unfit) {
        var field = new StringBuilder();
        for (var step : unfit.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.isEmpty() ? "body" : field.toString();
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merge(result.path(change.getKey()), change.getValue()));
            }
        });
        return result;
    }
}
