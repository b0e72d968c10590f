package cn.zhigong.training.promotion;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where promotion rules come from. */
@ConfigMapping(prefix = "zhigong.promotion")
interface PromotionConfig {

    /** A file of the form of the shipped promotion-rules.csv in its place; a defect in it stops the service. */
    Optional<Path> rules();
}
