package cn.zhigong.platform.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource class: each of its POST operations is one transaction and honours {@code Idempotency-Key}. The first
 * answer is stored in the transaction of its effect and given again to every later request with the same key, caller
 * and content, for 24 hours. An operation that opens transactions of its own says {@code @Transactional(NEVER)}: its
 * key is claimed before and its answer stored after it, so one that dies in between may be tried again two minutes
 * later.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Idempotent {}
