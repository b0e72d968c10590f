@org.jspecify.annotations.NullMarked
package cn.zhigong.membership;
