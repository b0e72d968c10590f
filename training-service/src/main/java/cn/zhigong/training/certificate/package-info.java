/**
 * Certificates of skill levels (职业技能等级证书): numbered without gaps by the rules of 2019, verifiable by everybody, and
 * revocable by the human resources bureau.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.training.certificate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
