package cn.zhigong.training;

import cn.zhigong.platform.testing.ApiCoverageContract;

class ApiCoverageTest extends ApiCoverageContract {}
