package cn.zhigong.membership.importing;

import java.util.List;
import java.util.UUID;

/**
 * A file as it arrived.
 *
 * @param size in bytes
 * @param digest SHA-256 of the whole
 * @param ignored its headings that mean nothing to an import
 */
// Made and taken apart on the spot; nobody compares them.
@SuppressWarnings("ArrayRecordComponent")
record Upload(
        UUID organisationId, String fileName, long size, byte[] digest, ColumnMapping mapping, List<String> ignored) {}
