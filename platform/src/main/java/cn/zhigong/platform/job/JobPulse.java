package cn.zhigong.platform.job;

import cn.zhigong.platform.background.BackgroundWork;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Shows that this instance's jobs live, and finds those that died with another. */
@Singleton
class JobPulse implements BackgroundWork {

    private final Jobs jobs;

    JobPulse(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "job-pulse";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean work() {
        jobs.beat();
        return false;
    }
}
