package cn.zhigong.systemtests.faults;

import cn.zhigong.systemtests.faults.Snapshot.Event;
import cn.zhigong.systemtests.faults.Snapshot.Fact;
import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.Stack;
import cn.zhigong.systemtests.stack.Topics.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workers apply to join and look whether they are before the union, its officer approves them, sometimes twice, and
 * everybody reads. Membership owns the facts, competition keeps a copy of them.
 */
final class JoiningJourney implements Journey {

    static final String TOPIC = "zhigong.membership.member.v1";

    private static final String APPLICATIONS = "/api/membership/v1/join-applications";
    private static final String CONSUMER = "competition";

    /** The states that the membership service counts as being a member. */
    private static final Set<String> ACTIVE = Set.of("ACTIVE", "TRANSFERRING", "RETAINED");

    private final Stack stack;
    private final Applicants applicants;
    private final String union;
    private final Witness witness;
    private final Queue<Applicants.Applicant> atHome = new ConcurrentLinkedQueue<>();
    private final Queue<Waiting> underCheck = new ConcurrentLinkedQueue<>();
    private final Queue<String> beforeTheUnion = new ConcurrentLinkedQueue<>();
    private final Queue<Step> approved = new ConcurrentLinkedQueue<>();

    /** An application, and who may look at it. */
    private record Waiting(String application, Api worker) {}

    JoiningJourney(Stack stack, String union, Witness witness) {
        this.stack = stack;
        this.union = union;
        this.witness = witness;
        this.applicants = new Applicants(stack);
    }

    @Override
    public String service() {
        return "membership";
    }

    @Override
    public List<String> subscribers() {
        return List.of(CONSUMER);
    }

    @Override
    public void prepare(int steps) {
        // A worker is good for an application, a look or two and an approval.
        atHome.addAll(applicants.prepare(steps / 4, union));
    }

    private Api through(Api caller) {
        return caller.at("http://" + stack.network().link("client.gateway").address());
    }

    @Override
    public Optional<Step> next(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> approve().or(this::apply);
            case 3, 4, 5 -> apply().or(this::approve);
            case 6, 7 -> look().or(this::apply);
            case 8 -> again().or(this::readContests);
            default -> readMembers();
        };
    }

    private Optional<Step> apply() {
        return Optional.ofNullable(atHome.poll())
                .map(worker -> write(
                        "apply",
                        "",
                        through(worker.api()),
                        APPLICATIONS,
                        worker.application(),
                        answer -> underCheck.add(new Waiting(answer.id(), worker.api()))));
    }

    private Optional<Step> look() {
        return Optional.ofNullable(underCheck.poll())
                .map(waiting -> Step.read(
                        "look",
                        through(waiting.worker()),
                        APPLICATIONS + "/" + waiting.application(),
                        answer -> seen(waiting, answer)));
    }

    private void seen(Waiting waiting, Answer answer) {
        if (answer.text("state").equals("ROUTED")) {
            beforeTheUnion.add(waiting.application());
        } else {
            underCheck.add(waiting);
        }
    }

    private Optional<Step> approve() {
        return Optional.ofNullable(beforeTheUnion.poll()).map(application -> {
            var path = APPLICATIONS + "/" + application + "/approve";
            var approval = write("approve", application, officer(), path, Map.of(), _ -> {});
            approved.add(approval);
            return approval;
        });
    }

    /** The officer presses the button twice. */
    private Optional<Step> again() {
        return Optional.ofNullable(approved.poll());
    }

    private Optional<Step> readMembers() {
        return Optional.of(
                Step.read("members", officer(), "/api/membership/v1/members?under=" + union + "&limit=20", _ -> {}));
    }

    private Optional<Step> readContests() {
        return Optional.of(Step.read("contests", officer(), "/api/competition/v1/contests?limit=5", _ -> {}));
    }

    private Api officer() {
        return through(applicants.officer());
    }

    private static Step write(String op, String key, Api caller, String path, Object body, Consumer<Answer> then) {
        return new Step(op, key, UUID.randomUUID().toString(), caller, path, body, then);
    }

    @Override
    public Snapshot snapshot() {
        var members = facts("membership", "select id, person_id, organisation_id, state, version from member");
        var copy =
                facts(CONSUMER, "select member_id, person_id, organisation_id, state, version from member_reference");
        var events = events();
        long ids = events.stream().map(Event::id).distinct().count();
        return new Snapshot(
                effects(),
                members,
                Map.of(CONSUMER, copy),
                events,
                Map.of(CONSUMER, column(CONSUMER, "select event_id from inbox")),
                Map.of(CONSUMER, witness.count()),
                Map.of(CONSUMER, ids - witness.before()),
                Map.of("apply", audited("join-application.file"), "approve", audited("join-application.approve")),
                brokenSeals());
    }

    @Override
    public List<Event> events() {
        return stack.topics().of(TOPIC).stream()
                .filter(message ->
                        !message.headers().getOrDefault("ce_source", "").equals(Poison.SOURCE))
                .map(JoiningJourney::event)
                .toList();
    }

    /** An application that was approved is worth the active memberships of its person. */
    private Map<String, Map<String, Integer>> effects() {
        return Map.of("apply", counts("select id, 1 from join_application"), "approve", counts("""
                        select a.id, count(*) from join_application a join member m on m.id = a.member_id
                        join member active on active.person_id = m.person_id and active.state = 'ACTIVE' group by a.id
                        """));
    }

    private Map<String, Integer> counts(String sql) {
        var counts = new HashMap<String, Integer>();
        stack.databases().rows("membership", sql).forEach(row -> counts.put(row.get(0), Integer.valueOf(row.get(1))));
        return counts;
    }

    private List<Fact> facts(String database, String sql) {
        return stack.databases().rows(database, sql).stream()
                .map(row -> fact(row.get(0), row.get(1), row.get(2), row.get(3), Long.parseLong(row.get(4))))
                .toList();
    }

    private static Fact fact(String id, String person, String organisation, String state, long version) {
        return new Fact(id, person, organisation, ACTIVE.contains(state), version);
    }

    private static Event event(Message message) {
        var body = Json.read(message.value());
        return new Event(
                message.headers().getOrDefault("ce_id", ""),
                fact(
                        body.path("memberId").asText(),
                        body.path("personId").asText(),
                        body.path("organisationId").asText(),
                        body.path("state").asText(),
                        body.path("version").asLong()));
    }

    private Set<String> audited(String action) {
        return Set.copyOf(
                column("membership", "select object_id from audit_entry where action = '%s'".formatted(action)));
    }

    private List<String> column(String database, String sql) {
        return stack.databases().rows(database, sql).stream()
                .map(List::getFirst)
                .toList();
    }

    private Map<String, String> brokenSeals() {
        return Stream.of(service(), CONSUMER)
                .map(it -> Map.entry(
                        it,
                        stack.as("auditor-1")
                                .get("/api/" + it + "/v1/audit/verification")
                                .expect(200)
                                .json()))
                .filter(verification -> !verification.getValue().path("intact").asBoolean())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        verification -> verification.getValue().toString()));
    }
}
