package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.Seals;
import jakarta.inject.Singleton;

/** What applicants and officers are answered. */
@Singleton
class ApplicationViews {

    private final JoinApplications applications;
    private final Seals seals;

    ApplicationViews(JoinApplications applications, Seals seals) {
        this.applications = applications;
        this.seals = seals;
    }

    ApplicationView forApplicant(JoinApplication application) {
        return ApplicationView.forApplicant(application, application.openedBy(seals));
    }

    ApplicationView forOfficer(JoinApplication application) {
        return ApplicationView.forOfficer(application, application.openedBy(seals));
    }

    /** After a step of the applicant: the version is the one that the step leads to. */
    ApplicationView afterApplicant(JoinApplication application) {
        applications.flush();
        return forApplicant(application);
    }

    /** After a step of an officer. */
    ApplicationView afterOfficer(JoinApplication application) {
        applications.flush();
        return forOfficer(application);
    }
}
