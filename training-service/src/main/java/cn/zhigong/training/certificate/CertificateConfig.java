package cn.zhigong.training.certificate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** In whose name certificates are numbered; a wrong code stops the service at its start. */
@ConfigMapping(prefix = "zhigong.certificate")
interface CertificateConfig {

    /** Class of the assessing organisation: Y, S or J. */
    @WithDefault("Y")
    String letter();

    /** Its code with the ministry, 0000 when it is filed with the province. */
    @WithDefault("0000")
    String organisation();

    /** The province it is filed in: 31 is Shanghai. */
    @WithDefault("31")
    String province();

    /** Its serial within the province, and the site. */
    @WithDefault("000001")
    String site();
}
