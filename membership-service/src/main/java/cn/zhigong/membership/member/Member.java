package cn.zhigong.membership.member;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's membership (会籍): where they belong and since when. */
@Entity
class Member {

    @Id
    private UUID id;

    private UUID personId;
    private String number;
    private @Nullable String account;
    private UUID organisationId;
    private @Nullable UUID groupId;

    @Enumerated(EnumType.STRING)
    private MemberState state;

    private LocalDate joinedOn;
    private LocalDate currentOrgSince;

    @Enumerated(EnumType.STRING)
    private EmploymentForm employmentForm;

    @Enumerated(EnumType.STRING)
    private @Nullable WorkerGroup workerGroup;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Version
    private long version;

    protected Member() {}

    Member(UUID id, UUID personId, MemberNumber number, Admittance admittance, LocalDate joinedOn) {
        this.id = id;
        this.personId = personId;
        this.number = number.value();
        this.organisationId = admittance.organisationId();
        this.groupId = admittance.groupId();
        this.state = MemberState.ACTIVE;
        this.joinedOn = joinedOn;
        this.currentOrgSince = joinedOn;
        this.employmentForm = admittance.employmentForm();
        this.workerGroup = admittance.workerGroup();
        this.channel = admittance.channel();
    }

    /** A membership that began before it came into this register; where it was before this union, nobody says. */
    Member(UUID id, MemberNumber number, NewMember wanted) {
        this.id = id;
        this.personId = wanted.personId();
        this.number = number.value();
        this.organisationId = wanted.organisationId();
        this.groupId = wanted.roster().groupId();
        this.state = wanted.roster().retired() ? MemberState.RETAINED : MemberState.ACTIVE;
        this.joinedOn = wanted.joinedOn();
        this.currentOrgSince = wanted.joinedOn();
        this.employmentForm = wanted.roster().employmentForm();
        this.workerGroup = wanted.roster().workerGroup();
        this.channel = Channel.IMPORT;
    }

    /** The fact that this membership began, with the login of the person when it is known. */
    MemberEvent begin(@Nullable String login) {
        account = login;
        return new MemberEvent.MemberJoined(
                id, personId, account, organisationId, state, joinedOn, workerGroup, employmentForm, version);
    }

    /** From now on this login is the member's. */
    void link(String login) {
        account = login;
    }

    /**
     * Whatever an organisation held is its successor's.
     *
     * @param groups those that the successor has now; of another the member is no longer
     */
    void passTo(UUID successor, Set<UUID> groups, LocalDate on) {
        organisationId = successor;
        groupId = groupId != null && groups.contains(groupId) ? groupId : null;
        currentOrgSince = on;
    }

    /**
     * On the move to another union. Who is retained stays so until they arrive: asking for a transfer gives nobody the
     * rights of a member at work.
     *
     * @return whether anything changed
     */
    boolean leave() {
        var leaves = state == MemberState.ACTIVE;
        if (leaves) {
            state = state.become(MemberState.TRANSFERRING);
        }
        return leaves;
    }

    /**
     * Not moved after all.
     *
     * @return whether anything changed
     */
    boolean stay() {
        var stays = state == MemberState.TRANSFERRING;
        if (stays) {
            state = state.become(MemberState.ACTIVE);
        }
        return stays;
    }

    /** Moved; whoever was retained has work again. */
    void arrive(UUID target, @Nullable UUID group, LocalDate on) {
        state = state.become(MemberState.ACTIVE);
        organisationId = target;
        groupId = group;
        currentOrgSince = on;
    }

    /** What their union's records say of them; whoever has retired is retained. */
    void follow(Roster record) {
        groupId = record.groupId();
        employmentForm = record.employmentForm();
        workerGroup = record.workerGroup();
        if (record.retired() && state == MemberState.ACTIVE) {
            state = state.become(MemberState.RETAINED);
        }
    }

    /** As it was before its union's records were followed. */
    void revert(Roster before) {
        groupId = before.groupId();
        employmentForm = before.employmentForm();
        workerGroup = before.workerGroup();
        if (!before.retired() && state == MemberState.RETAINED) {
            state = state.become(MemberState.ACTIVE);
        }
    }

    /** What can be followed of it. */
    Roster roster() {
        return new Roster(groupId, employmentForm, workerGroup, state == MemberState.RETAINED);
    }

    /** The event that tells of the present state; right once the change is flushed, because that sets the version. */
    MemberEvent changed() {
        return new MemberEvent.MemberChanged(
                id, personId, account, organisationId, state, joinedOn, workerGroup, employmentForm, version);
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    String number() {
        return number;
    }

    @Nullable String account() {
        return account;
    }

    UUID organisationId() {
        return organisationId;
    }

    @Nullable UUID groupId() {
        return groupId;
    }

    MemberState state() {
        return state;
    }

    LocalDate joinedOn() {
        return joinedOn;
    }

    LocalDate currentOrgSince() {
        return currentOrgSince;
    }

    Channel channel() {
        return channel;
    }

    EmploymentForm employmentForm() {
        return employmentForm;
    }

    @Nullable WorkerGroup workerGroup() {
        return workerGroup;
    }

    long version() {
        return version;
    }
}
