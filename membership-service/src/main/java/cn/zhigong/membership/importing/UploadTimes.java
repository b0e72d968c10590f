package cn.zhigong.membership.importing;

import cn.zhigong.platform.background.Forgetting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** When files were sent, as long as that limits anybody. */
@Singleton
class UploadTimes implements Forgetting {

    private final RosterImports imports;

    UploadTimes(RosterImports imports) {
        this.imports = imports;
    }

    @Override
    public int forget(Instant now, int most) {
        return imports.forgetUploads(now.minus(Duration.ofDays(2)), most);
    }
}
