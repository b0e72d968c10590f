package cn.zhigong.platform.problem;

/**
 * A field of the request that breaks a rule.
 *
 * @param field its path in the request's JSON, such as {@code identity.number}
 * @param code which rule, a code of the catalogue
 */
public record Violation(String field, String code) {}
