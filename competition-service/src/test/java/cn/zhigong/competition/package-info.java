/** What a contest goes through, tried over HTTP with real PostgreSQL and Kafka. */
@NullMarked
package cn.zhigong.competition;

import org.jspecify.annotations.NullMarked;
