package cn.zhigong.gateway.limit;

import cn.zhigong.gateway.limit.LimitConfig.Counts;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.bucket4j.Bucket;

/** What some answers to a request are charged to, once they are known. */
record Charge(Bucket bucket, Counts counts) {

    /** Charges what is to be charged; false when an answer of that kind may not pass any more. */
    boolean lets(int status) {
        return switch (counts) {
            case ALL -> true;
            case REFUSED -> {
                if (status >= 400 && status < 500) {
                    spend();
                }
                yield true;
            }
            case NOT_FOUND -> status != 404 || spend();
        };
    }

    /** False when nothing is left. */
    @CanIgnoreReturnValue
    boolean spend() {
        return bucket.tryConsume(1);
    }
}
