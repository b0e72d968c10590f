package cn.zhigong.membership.organisation;

import cn.zhigong.platform.reference.VisibleText;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the tree: its lock, its paths and who was whose child. Whoever changes the shape holds the lock alone;
 * whoever adds a leaf shares it, so that no leaf is put under a path that is just being changed.
 */
@Singleton
class Tree {

    private static final String LOCK = "organisation-tree";

    /** The one statement that moves a subtree: every path that begins with the old one gets the new beginning. */
    static final String REPATH = """
            update organisation set path = ? || substr(path, ?)
            where path >= ? and path < rtrim(?, '/') || '0'
            """;

    /**
     * A page of the subtrees: a range of the path index for each of them, which end as soon as the page is full.
     * Ordered by path, so parents come before their children.
     */
    static final String PAGE = pageWhere("");

    /**
     * Only those with a text in their name, or of a code. A text of one character has no pairs, which narrows nothing:
     * then every row of the subtree is looked at.
     */
    static final String PAGE_NAMED = pageWhere("""
            and (code = ? or (name_pairs @> text_pairs(lower(?)) and strpos(lower(name), lower(?)) > 0))
            """);

    private static String pageWhere(String condition) {
        return """
            select o.id, o.path from unnest(?::text[]) as top (path)
            cross join lateral (
                select id, path from organisation
                where path >= top.path and path < rtrim(top.path, '/') || '0' and path > ?
                and (?::text is null or kind = ?::text) and (?::int is null or level = ?::int)
                and (?::text is null or state = ?::text)
                %s order by path limit ?
            ) o order by o.path limit ?
            """.formatted(condition);
    }

    private final Sql sql;
    private final Locks locks;

    Tree(Sql sql, Locks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    /** What a list of organisations is narrowed to; null means any. */
    record Filter(
            @Nullable OrganisationKind kind,
            @Nullable Integer level,
            @Nullable OrganisationState state,
            @Nullable String text) {

        Filter {
            // As names are kept, or what is typed in another Unicode form would find nothing.
            text = text == null || text.isBlank() ? null : VisibleText.normalised(text);
        }
    }

    /** A row of a page, by the key that the next page begins after. */
    record Leaf(UUID id, String path) {}

    /** Who was whose child; {@code until} is open for the present parent. */
    record Parenthood(
            @Nullable UUID parentId,
            Instant from,
            @Nullable Instant until,
            String changedBy,
            @Nullable String reason) {}

    /** Holds every other change of the tree off until the running transaction ends. */
    void lock() {
        locks.hold(LOCK);
    }

    /** Holds changes of the tree's shape off, but not other new leaves. */
    void lockForLeaf() {
        locks.share(LOCK);
    }

    long nextSerial() {
        return sql.first("select nextval('organisation_serial')", row -> row.bigint(1))
                .orElseThrow();
    }

    boolean isCodeTaken(String code) {
        return sql.first("select 1 from organisation where code = ?", row -> true, code)
                .isPresent();
    }

    /** Its path now, which may be newer than that of an entity read before. */
    Optional<String> path(UUID organisation) {
        return sql.first("select path from organisation where id = ?", row -> row.text(1), organisation);
    }

    void repath(String from, String to) {
        sql.update(REPATH, to, from.length() + 1, from, from);
    }

    /** How many organisations stand one below the other in a subtree, its top included. */
    int height(String path) {
        return sql.first("""
                        select max(length(path) - length(replace(path, '/', ''))) from organisation
                        where path >= ? and path < rtrim(?, '/') || '0'
                        """, row -> row.integer(1), path, path).orElseThrow() - OrganisationRules.depth(path);
    }

    /** The active ones directly below, in the order they were entered. */
    List<UUID> activeChildren(UUID organisation) {
        return sql.list(
                "select id from organisation where parent_id = ? and state = 'ACTIVE' order by serial",
                row -> row.uuid(1),
                organisation);
    }

    /** The first rows after a path. */
    List<Leaf> page(List<String> subtrees, Filter filter, @Nullable String after, int most) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(OrganisationRules.disjoint(subtrees).toArray(String[]::new));
        parameters.add(after == null ? "" : after);
        for (var wanted : Arrays.asList(filter.kind(), filter.level(), filter.state())) {
            parameters.addAll(Arrays.asList(wanted, wanted));
        }
        if (filter.text() != null) {
            // Whether the index of the names is the way depends on how common the text is, so each is planned for
            // itself.
            sql.planForValues();
            parameters.addAll(Collections.nCopies(3, filter.text()));
        }
        parameters.addAll(List.of(most, most));
        return sql.list(
                filter.text() == null ? PAGE : PAGE_NAMED,
                row -> new Leaf(row.uuid(1), row.text(2)),
                parameters.toArray());
    }

    /** Records a new parent, and that the one before it is one no longer. */
    void recordParent(UUID organisation, @Nullable UUID parent, String officer, @Nullable String reason, Instant now) {
        sql.update(
                "update organisation_parent set valid_until = greatest(?, valid_from)"
                        + " where organisation_id = ? and valid_until is null",
                now,
                organisation);
        sql.update("""
                insert into organisation_parent (id, organisation_id, parent_id, valid_from, changed_by, reason)
                values (?, ?, ?, ?, ?, ?)
                """, Ids.next(), organisation, parent, now, officer, reason);
    }

    /** Whose child it was, the newest first; only what held at {@code asOf} when that is given. */
    List<Parenthood> parents(UUID organisation, @Nullable Instant asOf) {
        return sql.list(
                """
                select parent_id, valid_from, valid_until, changed_by, reason from organisation_parent
                where organisation_id = ?
                and (?::timestamptz is null
                    or (valid_from <= ?::timestamptz and (valid_until is null or valid_until > ?::timestamptz)))
                order by valid_from desc, id desc limit 200
                """,
                row -> new Parenthood(
                        row.uuidOrNull(1), row.instant(2), row.instantOrNull(3), row.text(4), row.textOrNull(5)),
                organisation,
                asOf,
                asOf,
                asOf);
    }
}
