/** The smallest feature there can be, to try the chassis on: notes that are written, read, changed and told of. */
package cn.zhigong.platform.sample;
