package cn.zhigong.platform.testing.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a service gives the kit to try on: real things of two worlds that have nothing to do with each other. An account
 * or an id of home is what the callers of home may use; its foreign counterpart is another worker's or another union's.
 * Operations are named as the document names them, {@code post /v1/things/{id}/close}.
 */
public final class Samples {

    static final String VIEWER = "viewer";

    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final Map<String, Supplier<String>> ids = new HashMap<>();
    private final Map<String, Supplier<String>> bodies = new HashMap<>();
    private final Map<String, Batch> batches = new HashMap<>();
    private final Map<String, String> organisations = new HashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Set<String> withoutThings = new HashSet<>();
    private final Set<String> withoutNothing = new HashSet<>();
    private final Set<String> looking = new HashSet<>();
    private final Set<String> of = ConcurrentHashMap.newKeySet();
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    /** A list of ids in a body: with one of home and one foreign, and where the foreign thing is read. */
    record Batch(Supplier<String> mixed, String foreignThing) {}

    /** The workers whose own things the samples are. */
    @CanIgnoreReturnValue
    public Samples owners(String home, String foreign) {
        return caller("owner", home, foreign);
    }

    /** Who acts by a grant over home's, and over the foreign, organisation; as chair, so that no grant is too small. */
    @CanIgnoreReturnValue
    public Samples officers(String home, String foreign) {
        return caller("officer", home, foreign);
    }

    /** Who may look at home's organisation by a grant, and do nothing there. */
    @CanIgnoreReturnValue
    public Samples viewer(String home) {
        accounts.put(World.HOME + " " + VIEWER, home);
        return this;
    }

    /** A POST that only looks, so that a grant to look suffices, with the reason. */
    @CanIgnoreReturnValue
    public Samples onlyLooks(String operation, String why) {
        requireReason(why);
        looking.add(operation);
        return this;
    }

    /**
     * Who acts with a role, when it is neither the worker nor the officer; or with the role in one operation:
     * {@code officer post /v1/things}, {@code owner patch /v1/things/{id}}.
     */
    @CanIgnoreReturnValue
    public Samples caller(String role, String home, String foreign) {
        accounts.put(World.HOME + " " + role, home);
        accounts.put(World.FOREIGN + " " + role, foreign);
        return this;
    }

    /** The organisations, for {@code ?under=} and its like. */
    @CanIgnoreReturnValue
    public Samples organisations(UUID home, UUID foreign) {
        organisations.put("HOME", home.toString());
        organisations.put("FOREIGN", foreign.toString());
        note("", home.toString());
        return this;
    }

    /**
     * The things that the last variable of a path names.
     *
     * @param path up to that variable, {@code /v1/things/{id}}, for all operations below it; or an operation
     */
    @CanIgnoreReturnValue
    public Samples at(String path, Object home, Object foreign) {
        note(path, home.toString());
        return at(path, home::toString, foreign);
    }

    /** A thing of home for each request anew, for an operation after which it is not what it was. */
    @CanIgnoreReturnValue
    public Samples at(String path, Supplier<String> home, Object foreign) {
        ids.put(World.HOME + " " + path, () -> {
            var id = home.get();
            note(path, id);
            return id;
        });
        ids.put(World.FOREIGN + " " + path, foreign::toString);
        return this;
    }

    /** A body in home's terms, that only a rule of the domain could still refuse. */
    @CanIgnoreReturnValue
    public Samples body(String operation, String json) {
        return body(operation, () -> json);
    }

    /** A body for each request anew. */
    @CanIgnoreReturnValue
    public Samples body(String operation, Supplier<String> json) {
        bodies.put(operation, json);
        return this;
    }

    /** A form with a file, for each request anew. */
    @CanIgnoreReturnValue
    public Samples form(String operation, Supplier<Map<String, String>> parts) {
        return body(operation, () -> new Form(parts.get()).written());
    }

    /** A body for callers with one role. */
    @CanIgnoreReturnValue
    public Samples body(String operation, String role, Supplier<String> json) {
        return body(operation + " as " + role, json);
    }

    /**
     * A body of an operation on many things.
     *
     * @param mixed names a thing of home and a foreign one
     * @param foreignThing the path under which the foreign one is read by those who may
     */
    @CanIgnoreReturnValue
    public Samples batch(String operation, Supplier<String> mixed, String foreignThing) {
        batches.put(operation, new Batch(mixed, foreignThing));
        return this;
    }

    /** A list in which nothing of home's can be expected, with the reason. */
    @CanIgnoreReturnValue
    public Samples nothingListed(String operation, String why) {
        requireReason(why);
        withoutThings.add(operation);
        return this;
    }

    /** An operation on whatever its path names, so that nothing is not there, with the reason. */
    @CanIgnoreReturnValue
    public Samples thereWhateverItsId(String operation, String why) {
        requireReason(why);
        withoutNothing.add(operation);
        return this;
    }

    /** An operation that refuses even the rightful caller what the samples ask, with the reason. */
    @CanIgnoreReturnValue
    public Samples refuses(String operation, int status, String why) {
        requireReason(why);
        refusals.put(operation, status);
        return this;
    }

    private static void requireReason(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("Say why");
        }
    }

    boolean onlyLooks(String operation) {
        return looking.contains(operation);
    }

    private void note(String path, String home) {
        of.add(home);
        newest.put(path, home);
    }

    /** One thing of home of each kind. */
    Collection<String> thingsOfHome() {
        return newest.values();
    }

    /** The accounts of home. */
    List<String> accountsOfHome() {
        return accounts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(World.HOME + " "))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    boolean isThereWhateverItsId(String operation) {
        return withoutNothing.contains(operation);
    }

    boolean refuses(String operation, int status) {
        return Integer.valueOf(status).equals(refusals.get(operation));
    }

    Optional<String> account(World world, String role, String operation) {
        return Optional.ofNullable(accounts.get(world + " " + role + " " + operation))
                .or(() -> Optional.ofNullable(accounts.get(world + " " + role)));
    }

    Optional<String> id(World world, String prefix, String operation) {
        var own = ids.get(world + " " + operation);
        var id = own == null ? ids.get(world + " " + prefix) : own;
        return Optional.ofNullable(id).map(Supplier::get);
    }

    Optional<String> bodyFor(String operation, String role) {
        var forRole = bodies.get(operation + " as " + role);
        return Optional.ofNullable(forRole == null ? bodies.get(operation) : forRole)
                .map(Supplier::get);
    }

    Optional<Batch> batch(String operation) {
        return Optional.ofNullable(batches.get(operation));
    }

    Optional<String> organisation(World world) {
        return Optional.ofNullable(organisations.get(world.name()));
    }

    boolean mayListNothing(String operation) {
        return withoutThings.contains(operation);
    }

    /** Every id of home that was handed out, none of which a stranger may see. */
    List<String> ofHome() {
        return new ArrayList<>(of);
    }
}
