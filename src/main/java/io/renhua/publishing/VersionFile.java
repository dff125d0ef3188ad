package io.renhua.publishing;

/**
 * A file as a version has it.
 *
 * @param digest SHA-256 of its bytes, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be read once, never compared
public record VersionFile(String digest, byte[] bytes) {}
