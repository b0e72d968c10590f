package cn.zhigong.platform.job;

/** How a job stands. */
public enum JobState {
    RUNNING,
    DONE,
    FAILED
}
