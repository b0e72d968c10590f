package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.ImportProblem.IMPORT_FORGOTTEN;
import static cn.zhigong.membership.importing.ImportProblem.IMPORT_IN_WORK;
import static cn.zhigong.membership.importing.ImportProblem.IMPORT_SUPERSEDED;
import static cn.zhigong.membership.importing.ImportProblem.OTHER_VERDICTS;
import static cn.zhigong.membership.importing.ImportProblem.OWN_IMPORT;
import static cn.zhigong.membership.importing.ImportProblem.TOO_MANY_IMPORTS;

import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.BackgroundLoops;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.table.Content;
import cn.zhigong.platform.throttle.Throttle;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What officers do with imports; what the platform does with them is {@link ImportWork}. */
@Singleton
class Importing {

    static final String AUDITED = "roster-import";

    /** A file tells its uploader who of many people is a member somewhere: nobody tries numbers that way. */
    private static final Throttle UPLOADS = Throttle.of(20, Duration.ofHours(1)).and(60, Duration.ofDays(1));

    private static final Duration SOON = Duration.ofSeconds(5);

    private final RosterImports imports;
    private final RosterFiles files;
    private final Discarding discarding;
    private final Undoing undoing;
    private final OrganisationHolds holds;
    private final Access access;
    private final Locks locks;
    private final BackgroundLoops loops;
    private final Audit audit;
    private final InstantSource clock;

    Importing(
            RosterImports imports,
            RosterFiles files,
            Discarding discarding,
            Undoing undoing,
            OrganisationHolds holds,
            Access access,
            Locks locks,
            BackgroundLoops loops,
            Audit audit,
            InstantSource clock) {
        this.imports = imports;
        this.files = files;
        this.discarding = discarding;
        this.undoing = undoing;
        this.holds = holds;
        this.access = access;
        this.locks = locks;
        this.loops = loops;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses whoever may not import there, or sends too many files, before anything of the file is looked at. */
    @Transactional
    void admitUpload(Caller officer, UUID organisation) {
        access.require(officer, organisation, GrantRole.OFFICER);
        var account = officer.account();
        locks.hold("roster-uploads " + account);
        var now = clock.instant();
        UPLOADS.require(imports.uploadsOf(account, UPLOADS.since(now), UPLOADS.most()), now, TOO_MANY_IMPORTS);
        imports.noteUpload(account, now);
    }

    /** Keeps a file whose heading was read; its rows are read later. */
    @Transactional
    ImportView file(Caller officer, Upload upload, Content content) {
        access.require(officer, upload.organisationId(), GrantRole.OFFICER);
        holds.hold(upload.organisationId());
        var one = new RosterImport(Ids.next(), upload, officer.account(), clock.instant());
        imports.persistAndFlush(one);
        try {
            files.keep(one.id(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        goOn(one, "upload", Map.of("organisationId", upload.organisationId()));
        return ImportView.of(one);
    }

    @Transactional
    ImportView read(Caller officer, UUID id) {
        return ImportView.of(visible(officer, id));
    }

    @Transactional
    List<ImportView> list(
            Caller officer, @Nullable UUID under, @Nullable ImportState state, @Nullable UUID after, int limit) {
        var subtrees = access.visible(officer, under, GrantRole.VIEWER);
        return imports.within(subtrees, state, after, limit).stream()
                .map(ImportView::of)
                .toList();
    }

    /** Agrees to the verdicts that the signature stands for. */
    @Transactional
    ImportView confirm(Caller officer, UUID id, String signature) {
        var one = claimed(officer, id, GrantRole.REVIEWER);
        one.state().require(ImportState.CONFIRMED);
        if (one.isUploadedBy(officer.account())) {
            throw OWN_IMPORT.problem();
        }
        if (!signature.equals(one.signature())) {
            throw OTHER_VERDICTS.problem();
        }
        one.confirm(officer.account(), clock.instant());
        return told(one, "confirm", Map.of());
    }

    @Transactional
    ImportView apply(Caller officer, UUID id) {
        var one = claimed(officer, id, GrantRole.OFFICER);
        one.apply();
        goOn(one, "apply", Map.of());
        return told(one);
    }

    /**
     * Takes back what was applied: it ends memberships as applying begins them, so a second person does it.
     *
     * @param keepChanged whether what something has come of stays; otherwise nothing is taken back when there is any by
     *     now. What something comes of while it is taken back stays in either case
     */
    @Transactional
    ImportView rollBack(Caller officer, UUID id, boolean keepChanged) {
        var one = claimed(officer, id, GrantRole.REVIEWER);
        one.state().require(ImportState.ROLLING_BACK);
        if (one.isUploadedBy(officer.account())) {
            throw OWN_IMPORT.problem();
        }
        if (!one.rowsKept()) {
            throw IMPORT_FORGOTTEN.problem();
        }
        var kept = undoing.kept(one);
        if (kept > 0 && !keepChanged) {
            throw IMPORT_SUPERSEDED.with("rows", kept);
        }
        one.rollBack();
        goOn(one, "roll-back", Map.of("kept", kept));
        return told(one);
    }

    /** Gives up what has changed nothing yet; nothing of the people in it stays. */
    @Transactional
    ImportView cancel(Caller officer, UUID id) {
        var one = claimed(officer, id, GrantRole.OFFICER);
        one.cancel(clock.instant());
        discarding.contents(id);
        return told(one, "cancel", Map.of());
    }

    /** An import that the officer may look at. */
    RosterImport visible(Caller officer, UUID id) {
        var one = imports.get(id);
        access.require(officer, one.organisationId(), GrantRole.VIEWER);
        return one;
    }

    private RosterImport claimed(Caller officer, UUID id, GrantRole needed) {
        access.require(officer, imports.organisationOf(id), needed);
        return imports.claimed(id).orElseThrow(() -> IMPORT_IN_WORK.problem().retryAfter(SOON));
    }

    private void goOn(RosterImport one, String step, Map<String, ?> facts) {
        loops.wakeAfterCommit(ImportWork.class);
        audit.record(AUDITED + "." + step, AUDITED, one.id(), facts);
    }

    private ImportView told(RosterImport one, String step, Map<String, ?> facts) {
        audit.record(AUDITED + "." + step, AUDITED, one.id(), facts);
        return told(one);
    }

    private ImportView told(RosterImport one) {
        imports.flush();
        return ImportView.of(one);
    }
}
