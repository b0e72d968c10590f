package cn.zhigong.membership.importing;

import cn.zhigong.platform.problem.ProblemType;

/** What importing refuses. */
enum ImportProblem implements ProblemType {
    /** The file is no table that is read. */
    UNREADABLE_FILE(422),
    /** Too many files for now. */
    TOO_MANY_IMPORTS(429),
    /** Whoever uploaded the file does not confirm it. */
    OWN_IMPORT(409),
    /** What is signed for are not the verdicts of this import. */
    OTHER_VERDICTS(409),
    /** The platform works on it at this moment. */
    IMPORT_IN_WORK(409),
    /** Something has come of what it did. */
    IMPORT_SUPERSEDED(409),
    /** Its rows are not kept any more. */
    IMPORT_FORGOTTEN(409);

    private final int status;

    ImportProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
