package cn.zhigong.platform.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON means what it says: no number where a text or a date belongs, no key twice, no fraction cut off an integer, no
 * constant by its position or with blanks around it, and no text or date that the database could not keep.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** Last: the modules that Quarkus registers would read dates in their own way. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("storable-values")
                .setDeserializerModifier(new ExactConstants())
                .addDeserializer(String.class, new StorableText())
                .addDeserializer(Instant.class, new StorableTime<>(Instant.class, Times::instant))
                .addDeserializer(LocalDate.class, new StorableTime<>(LocalDate.class, Times::date)));
        json.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
        json.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
        json.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        refuse(json, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(json, LogicalType.Textual, CoercionInputShape.Boolean);
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

    private static final class ExactConstants extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> usual) {
            return new ExactConstant(type.getRawClass());
        }
    }

    /** A constant is its name: Jackson would take its number as a text, and blanks before and after. */
    private static final class ExactConstant extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1;

        private final transient Map<String, Object> constants;

        ExactConstant(Class<?> type) {
            super(type);
            this.constants = Stream.of(type.getEnumConstants())
                    .collect(toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(_valueClass, parser);
            }
            var constant = constants.get(parser.getText());
            return constant == null
                    ? context.handleWeirdStringValue(_valueClass, "", "None of the constants")
                    : constant;
        }
    }

    /** A time is its ISO 8601 text: not a number of days, not the numbers of its parts, not a longer text cut short. */
    private static final class StorableTime<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> read;

        StorableTime(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            try {
                return read.apply(parser.getText());
            } catch (DateTimeException unfit) {
                return (T) context.handleWeirdStringValue(_valueClass, "", "No time, or none that can be kept");
            }
        }
    }

    private static void refuse(ObjectMapper json, LogicalType where, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            json.coercionConfigFor(where).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
