package cn.zhigong.platform.security;

import cn.zhigong.platform.directory.Directory;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the tree that a caller may see, by the paths of their tops; none lies within another. A list narrows its
 * rows to them in SQL, so that a page is full and a cursor right.
 */
public record Subtrees(List<String> tops) {

    /** What somebody without any grant may see. */
    public static final Subtrees NONE = new Subtrees(List.of());

    /** The whole tree. */
    public static final Subtrees ALL = new Subtrees(List.of(Directory.ROOT));

    public Subtrees {
        var outermost = new ArrayList<String>();
        for (var top : tops.stream().sorted().toList()) {
            if (outermost.isEmpty() || !top.startsWith(outermost.getLast())) {
                outermost.add(top);
            }
        }
        tops = List.copyOf(outermost);
    }

    /**
     * The SQL condition that a path lies within, with {@link #parameter} as its one parameter.
     *
     * @param column of {@code directory_organisation.path}, with its table's alias
     */
    public static String within(String column) {
        return within(column, "?");
    }

    /**
     * The same for a query with named parameters.
     *
     * @param parameter as the query writes it, {@code :subtrees}
     */
    public static String within(String column, String parameter) {
        // A range, since paths are ASCII in byte order and '0' follows '/'; a pattern that is bound knows no index.
        return """
                exists (select 1 from unnest(cast(%2$s as text[])) as top (path)
                    where %1$s >= top.path and %1$s < rtrim(top.path, '/') || '0')""".formatted(column, parameter);
    }

    /** What {@link #within} is bound to. */
    public String[] parameter() {
        return tops.toArray(String[]::new);
    }
}
