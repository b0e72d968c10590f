package cn.zhigong.membership;

import cn.zhigong.platform.testing.ApiCoverageContract;

class ApiCoverageTest extends ApiCoverageContract {}
