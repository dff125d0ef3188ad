package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.Version;
import org.junit.jupiter.api.Test;

/** The framework's own choice of Netty is older than fixes that we need; the build raises it, for every part of it. */
class NettyVersionTest {
    private static final Runtime.Version LEAST = Runtime.Version.parse("4.2.20");

    @Test
    void everyPartOfNettyIsRecentEnough() {
        var parts = Version.identify();

        assertThat(parts).containsKeys("netty-buffer", "netty-codec-http", "netty-handler", "netty-transport");
        assertThat(parts.values()).allSatisfy(part -> assertThat(number(part)).isGreaterThanOrEqualTo(LEAST));
    }

    private static Runtime.Version number(Version part) {
        return Runtime.Version.parse(part.artifactVersion().replace(".Final", ""));
    }
}
