package cn.zhigong.membership.joining;

/** What the applicant should correct. */
public enum ReturnReason {
    IDENTITY,
    PHONE,
    EMPLOYER,
    EMPLOYMENT_FORM,
    WORKER_GROUP,
    PLACE,
    OTHER
}
