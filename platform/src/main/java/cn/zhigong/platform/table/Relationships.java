package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a part refers to. Only what lies in the same file can be found; the rest is not asked for. */
final class Relationships {
    /**
     * @param type the last word of its URI, which the editions of the standard share
     * @param target the name of a part
     */
    private record Relationship(String id, String type, String target) {}

    private static final int MOST = 1_024;

    private final List<Relationship> all = new ArrayList<>();
    private final TableLimits limits;
    private final String folder;

    /** The part whose relationships are read; the empty name is that of the file. */
    Relationships(String part, TableLimits limits) {
        this.folder = part.substring(0, part.lastIndexOf('/') + 1);
        this.limits = limits;
    }

    /** The name of the part that holds the relationships of a part. */
    static String of(String part) {
        var name = part.lastIndexOf('/') + 1;
        return "%s_rels/%s.rels".formatted(part.substring(0, name), part.substring(name));
    }

    void read(InputStream part) throws IOException {
        var xml = new Xml(part, limits);
        xml.requireRoot("Relationships", new Refusal(MALFORMED));
        while (xml.next()) {
            var id = xml.starts("Relationship") ? xml.attribute("Id") : null;
            var type = id == null ? null : xml.attribute("Type");
            var target = type == null ? null : xml.attribute("Target");
            if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                add(new Relationship(id, type.substring(type.lastIndexOf('/') + 1), resolved(target)));
            }
        }
    }

    /** The first of a type. */
    Optional<String> target(String type) {
        return first(one -> one.type.equals(type));
    }

    Optional<String> target(String id, String type) {
        return first(one -> one.id.equals(id) && one.type.equals(type));
    }

    private Optional<String> first(Predicate<Relationship> which) {
        return all.stream().filter(which).map(Relationship::target).findFirst();
    }

    private void add(Relationship one) throws Refusal {
        if (all.size() == MOST) {
            throw new Refusal(MALFORMED);
        }
        all.add(one);
    }

    private String resolved(String target) {
        var steps = new ArrayDeque<String>();
        for (var step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            switch (step) {
                case "", "." -> {}
                case ".." -> steps.pollLast();
                default -> steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
