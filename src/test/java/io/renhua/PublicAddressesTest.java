package io.renhua;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.netty.resolver.AddressResolverGroup;
import io.renhua.connector.Http;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
                "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
                "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::7f00:1",
                "64:ff9b::a00:1", "100::1", "2001:0:1::1", "2001:db8::1", "2002:a00:1::1", "fc00::1", "fd12::1",
                "fe80::1", "fec0::1", "ff02::1"
            })
    void keepsOutWhatIsNotOnTheInternet(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00::1"
            })
    void letsEverythingElseBeCalled(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void noCallReachesThisMachineByAddressOrByName() {
        var inside = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        inside.start();
        inside.stubFor(any(anyUrl()).willReturn(ok("secret")));
        try (var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .start()
                .registerSingleton(
                        AddressResolverGroup.class, new PublicAddresses(), Qualifiers.byName(PublicAddresses.NAME))) {
            var http = PlatformHttp.onTheInternet(context);

            assertThat(call(http, "http://127.0.0.1:" + inside.port())).isEqualTo(new Http.NotSent("not reachable"));
            assertThat(call(http, "http://localhost:" + inside.port())).isEqualTo(new Http.NotSent("not reachable"));
            assertThat(call(http, "http://[::1]:" + inside.port())).isEqualTo(new Http.NotSent("not reachable"));

            assertThat(inside.getAllServeEvents()).isEmpty();
            http.close();
        } finally {
            inside.stop();
        }
    }

    private static Http.Answer call(PlatformHttp http, String base) {
        return http.to(URI.create(base))
                .send(new Http.Call("GET", "/latest/meta-data", Map.of(), new byte[0], Duration.ofSeconds(5)));
    }
}
