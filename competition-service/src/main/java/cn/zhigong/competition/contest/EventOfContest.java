package cn.zhigong.competition.contest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** One trade (赛项) of a contest; its seats are counted by {@link Seats}. */
@Entity
@Table(name = "contest_event")
class EventOfContest {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "contest_id")
    private Contest contest;

    private String trade;
    private String occupation;
    private int levelBase;
    private int quota;

    @Enumerated(EnumType.STRING)
    private TieRule tieRule;

    @Column(insertable = false, updatable = false)
    private int seatsTaken;

    protected EventOfContest() {}

    EventOfContest(UUID id, Contest contest, ContestPlan.EventPlan plan) {
        this.id = id;
        this.contest = contest;
        this.trade = plan.trade();
        this.occupation = plan.occupation();
        this.levelBase = plan.levelBase();
        this.quota = plan.quota();
        this.tieRule = plan.tieRule() == null ? TieRule.NONE : plan.tieRule();
    }

    UUID id() {
        return id;
    }

    Contest contest() {
        return contest;
    }

    String trade() {
        return trade;
    }

    String occupation() {
        return occupation;
    }

    int levelBase() {
        return levelBase;
    }

    int quota() {
        return quota;
    }

    TieRule tieRule() {
        return tieRule;
    }

    int seatsTaken() {
        return seatsTaken;
    }

    ContestPlan.EventPlan plan() {
        return new ContestPlan.EventPlan(trade, occupation, levelBase, quota, tieRule);
    }
}
