package cn.zhigong.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.reference.Parsed;
import cn.zhigong.platform.reference.ResidentNumber;
import cn.zhigong.platform.sql.Sql;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks for identity numbers (18 characters whose check digit by GB 11643 is right) and mobile numbers where none may
 * stand readable: in any column of the database, in any record of the broker, in the log. It says where, not what.
 */
public final class PersonalDataScan {

    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z.])1[3-9]\\d{9}(?![0-9A-Za-z])");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Far beyond any number somebody has now, so that no birth date counts as one of the future. */
    private static final LocalDate ANY_DAY = LocalDate.of(2999, 12, 31);

    private PersonalDataScan() {}

    /** Whether a text holds a readable number of a person. */
    public static boolean finds(String text) {
        var known = UUIDS.matcher(text).replaceAll("");
        return MOBILE.matcher(known).find()
                || IDENTITY.matcher(known)
                        .results()
                        .anyMatch(found ->
                                ResidentNumber.parse(found.group(), ANY_DAY) instanceof Parsed.Valid<ResidentNumber>);
    }

    /** The columns, as {@code table.column}, with a readable number in any row; bytes are read as text too. */
    public static List<String> ofDatabase(Sql sql) {
        var columns = sql.list("""
                select c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY', 'xml')
                order by 1, 2
                """, row -> new Column(row.text(1), row.text(2), row.text(3)));
        return columns.stream()
                .filter(column ->
                        sql.list(column.query(), row -> row.text(1)).stream().anyMatch(PersonalDataScan::finds))
                .map(column -> column.table() + "." + column.name())
                .toList();
    }

    private record Column(String table, String name, String type) {

        String query() {
            var quoted = '"' + name + '"';
            var text = type.equals("bytea") ? "encode(" + quoted + ", 'escape')" : quoted + "::text";
            return "select " + text + " from \"" + table + "\" where " + quoted + " is not null";
        }
    }

    /** The topics with a readable number in a key, a header or a body. */
    public static List<String> ofTopics(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "group.id", "scan-" + UUID.randomUUID());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.startsWith("zhigong."))
                    .filter(topic -> anyFinding(consumer, topic))
                    .sorted()
                    .toList();
        }
    }

    private static boolean anyFinding(KafkaConsumer<String, byte[]> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        var ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
            for (var sent : consumer.poll(Duration.ofMillis(200))) {
                var headers = new StringBuilder();
                sent.headers()
                        .forEach(header -> headers.append(new String(header.value(), UTF_8))
                                .append('\n'));
                var body = sent.value() == null ? "" : new String(sent.value(), UTF_8);
                if (finds(headers + "\n" + sent.key() + "\n" + body)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Listens to the log from now on, until closed. */
    public static final class Log implements AutoCloseable {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final Formatter formatter = new SimpleFormatter();
        private final Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(formatter.format(line));
            }

            @Override
            public void flush() {
                // Nothing is buffered.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };

        public Log() {
            Logger.getLogger("").addHandler(handler);
        }

        /** Lines with a readable number. */
        public List<String> findings() {
            var found = new ArrayList<String>();
            lines.stream().filter(PersonalDataScan::finds).forEach(found::add);
            return found;
        }

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(handler);
        }
    }
}
