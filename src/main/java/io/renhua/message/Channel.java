package io.renhua.message;

/**
 * One account on one chat platform.
 *
 * @param name unique in this installation, lower-case letters, digits and hyphens; last segment of the webhook path
 * @param platform the kind of platform, as scripts name it in {@code channel:} ({@code wechat}, {@code line}, {@code web} …)
 */
public record Channel(String name, String platform) {}
