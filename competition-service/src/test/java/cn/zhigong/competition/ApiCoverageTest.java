package cn.zhigong.competition;

import cn.zhigong.platform.testing.ApiCoverageContract;

class ApiCoverageTest extends ApiCoverageContract {}
