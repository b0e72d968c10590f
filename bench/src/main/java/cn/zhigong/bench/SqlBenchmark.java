package cn.zhigong.bench;

import java.util.List;

/** A benchmark whose baseline is the same SQL: it fails when the service sends other statements than the scripts do. */
interface SqlBenchmark extends Benchmark {

    /** What the service sends now for one unit, on a stack of its own. */
    List<String> statements();
}
