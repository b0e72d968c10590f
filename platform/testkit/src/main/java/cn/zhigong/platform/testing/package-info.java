/** The kits every service's tests are made of: real PostgreSQL and Kafka, tokens of our own, contracts to subclass. */
@NullMarked
package cn.zhigong.platform.testing;

import org.jspecify.annotations.NullMarked;
