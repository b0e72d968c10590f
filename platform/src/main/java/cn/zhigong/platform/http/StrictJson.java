package cn.zhigong.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON means what it says: no number where a text belongs, no key twice, no fraction cut off an integer, and no text
 * that the database could not keep.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("storable-text").addDeserializer(String.class, new StorableText()));
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

    /** PostgreSQL keeps no U+0000, and half of a surrogate pair is no character. */
    private static final class StorableText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        StorableText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && !Texts.areStorable(text)) {
                return (String)
                        context.handleWeirdStringValue(String.class, "", "A text with U+0000 or half a character");
            }
            return text;
        }
    }

    private static void refuse(ObjectMapper json, LogicalType where, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            json.coercionConfigFor(where).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
