package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.api.access.MassAssignment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rightful caller's body with fields that are not theirs to set. They are refused by name, or ignored: then neither
 * the answer nor what is read afterwards shows them.
 */
final class Assigning {

    private final Attempts attempts;
    private final Wire wire;
    private final Samples samples;

    Assigning(Attempts attempts, Wire wire, Samples samples) {
        this.attempts = attempts;
        this.wire = wire;
        this.samples = samples;
    }

    void refuse(ApiOperation operation) {
        var role = new AccessRule(operation).allowedRoles().iterator().next();
        var taken = taken(operation, role, false);
        if (!taken.isEmpty()) {
            // A state or a flag may be what was sent by chance; not twice.
            taken.retainAll(taken(operation, role, true));
        }
        assertThat(taken)
                .as("fields that %s let the caller set", operation.name())
                .isEmpty();
    }

    private List<String> taken(ApiOperation operation, String role, boolean other) {
        var attempt = attempts.at(operation, World.HOME, role).by(attempts.token(operation, role, World.HOME));
        if (!(Wire.json(attempt.body()) instanceof ObjectNode body)) {
            return List.of();
        }
        var fields = MassAssignment.fields(operation, body, other);
        var answer = wire.send(attempt.saying(body.setAll(fields).toString()).request());
        if (!answer.isSuccess()) {
            assertRefusedForThem(operation, answer, fields.keySet());
            return List.of();
        }
        var taken = new ArrayList<>(MassAssignment.taken(fields, answer.json()));
        taken.addAll(MassAssignment.taken(fields, reread(answer, attempt)));
        return taken;
    }

    private JsonNode reread(Wire.Answer answer, Attempts.Attempt attempt) {
        var location = answer.header("location");
        var path = location.isEmpty() ? attempt.path() : location.substring(location.indexOf("/v1/"));
        var again = wire.send(new Wire.Request(
                "GET", path, Map.of("Authorization", attempt.headers().getOrDefault("Authorization", "")), ""));
        return again.isSuccess() ? again.json() : answer.json();
    }

    /** A state that forbids the step is met before anything is taken over; not so for what creates or edits. */
    private void assertRefusedForThem(ApiOperation operation, Wire.Answer answer, Set<String> fields) {
        var edits = operation.method().equals("patch") || operation.statuses().contains("201");
        if ((answer.status() == 409 && !edits) || samples.refuses(operation.name(), answer.status())) {
            return;
        }
        assertThat(answer.status()).as("undecided: %s", answer).isIn(400, 422);
        assertThat(fields)
                .as("undecided, for it names none of them: %s", answer)
                .anyMatch(answer.text()::contains);
    }
}
