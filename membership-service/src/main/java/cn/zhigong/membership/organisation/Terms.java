package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.TERM_OVERLAPS;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Terms of office of union committees (届次): three or five years (工会法 §16). */
@Singleton
class Terms {

    /** @param endsOn the last day; a new term may begin before it after an early election */
    record Term(UUID id, LocalDate startsOn, int years, LocalDate endsOn) {

        private static Term read(Row row) {
            return new Term(row.uuid(1), row.day(2), row.integer(3), row.day(4));
        }
    }

    private final Organisations organisations;
    private final Authority authority;
    private final Sql sql;
    private final Audit audit;

    Terms(Organisations organisations, Authority authority, Sql sql, Audit audit) {
        this.organisations = organisations;
        this.authority = authority;
        this.sql = sql;
        this.audit = audit;
    }

    @Transactional
    public Term record(Caller caller, UUID organisation, LocalDate startsOn, int years) {
        if (years != 3 && years != 5) {
            throw INVALID_CONTENT.at("years", "RANGE");
        }
        authority.requireToWork(caller, organisation);
        organisations.lock(organisation);
        if (list(organisation).stream().anyMatch(term -> !term.startsOn().isBefore(startsOn))) {
            throw TERM_OVERLAPS.problem();
        }
        var term =
                new Term(Ids.next(), startsOn, years, startsOn.plusYears(years).minusDays(1));
        sql.update(
                "insert into union_term (id, organisation_id, starts_on, years, ends_on) values (?, ?, ?, ?, ?)",
                term.id(),
                organisation,
                term.startsOn(),
                term.years(),
                term.endsOn());
        audit.record("term.record", "organisation", organisation, Map.of("term", term.id()));
        return term;
    }

    @Transactional
    public List<Term> list(Caller caller, UUID organisation) {
        authority.requireToSee(caller, organisation);
        return list(organisations.get(organisation).id());
    }

    private List<Term> list(UUID organisation) {
        return sql.list(
                "select id, starts_on, years, ends_on from union_term where organisation_id = ? order by starts_on desc",
                Term::read,
                organisation);
    }
}
