package cn.zhigong.membership.organisation;

import cn.zhigong.platform.reference.Visible;
import cn.zhigong.platform.reference.VisibleText;
import cn.zhigong.platform.state.Steps;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A union group (工会小组): a station or team within a small second-level or basic union. */
@Entity
class UnionGroup {

    /**
     * What may be changed about a group.
     *
     * @param leader account of the group's leader (组长)
     * @param station the work station that it is, such as a courier station's number
     */
    record Facts(
            @NotBlank @Size(max = 200) @Visible String name,

            @Size(max = 100) @Pattern(regexp = "\\S+") @Nullable String leader,

            @Size(max = 100) @Nullable String station) {}

    @Id
    private UUID id;

    private UUID organisationId;
    private String name;
    private @Nullable String leader;
    private @Nullable String station;
    private boolean active;

    @Version
    private long version;

    protected UnionGroup() {}

    UnionGroup(UUID id, UUID organisationId, Facts facts) {
        this.id = id;
        this.organisationId = organisationId;
        this.active = true;
        this.name = facts.name();
        correct(facts);
    }

    final void correct(Facts facts) {
        requireActive();
        name = VisibleText.normalised(facts.name());
        leader = facts.leader();
        station = facts.station();
    }

    void close() {
        requireActive();
        active = false;
    }

    private void requireActive() {
        if (!active) {
            throw Steps.ended("CLOSED");
        }
    }

    Facts facts() {
        return new Facts(name, leader, station);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    boolean active() {
        return active;
    }

    long version() {
        return version;
    }
}
