/** From a contest's result to the certificate, tried over HTTP with real PostgreSQL and Kafka. */
@NullMarked
package cn.zhigong.training;

import org.jspecify.annotations.NullMarked;
