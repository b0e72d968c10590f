package cn.zhigong.platform.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/** JSON means what it says: no number where a text belongs, no key twice, no fraction cut off an integer. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
        json.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
        json.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        refuse(json, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(json, LogicalType.Textual, CoercionInputShape.Boolean);
        refuse(json, LogicalType.Enum, CoercionInputShape.Integer);
        for (var scalar : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
            refuse(json, scalar, CoercionInputShape.String, CoercionInputShape.EmptyString);
        }
    }

    private static void refuse(ObjectMapper json, LogicalType where, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            json.coercionConfigFor(where).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
