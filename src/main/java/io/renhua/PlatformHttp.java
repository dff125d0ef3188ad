package io.renhua;

import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.LoadBalancer;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import io.renhua.text.Wording;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * The one way out: pooled clients, each bound to one platform's address, that follow no redirect and take no answer over
 * 20 MiB. Paths may hold secrets, so that nothing here logs or repeats them.
 */
final class PlatformHttp implements HttpFactory, AutoCloseable {
    private static final int LONGEST_ANSWER = 20 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    /** Of a refusal, too: read as anything else, a refusal whose body is not of that form would pass for no answer. */
    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    private final Map<URI, HttpClient> clients = new ConcurrentHashMap<>();
    private final BiFunction<URI, HttpClientConfiguration, HttpClient> maker;

    /** To wherever configuration leads, this machine among it. */
    PlatformHttp() {
        this(PlatformHttp::anywhere);
    }

    private PlatformHttp(BiFunction<URI, HttpClientConfiguration, HttpClient> maker) {
        this.maker = maker;
    }

    /** To addresses on the internet alone, whatever a name leads to at the moment of the call: {@link PublicAddresses}. */
    static PlatformHttp onTheInternet(BeanContext context) {
        return new PlatformHttp((origin, configuration) -> {
            configuration.setAddressResolverGroupName(PublicAddresses.NAME);
            return context.createBean(HttpClient.class, LoadBalancer.fixed(origin), configuration);
        });
    }

    @Override
    public Http to(URI base) {
        var prefix = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        var client = clients.computeIfAbsent(base.resolve("/"), this::client);
        return call -> send(client, prefix, call);
    }

    private HttpClient client(URI origin) {
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setMaxContentLength(LONGEST_ANSWER);
        configuration.setConnectTimeout(CONNECT);
        configuration.setReadTimeout(LONGEST_CALL);
        return maker.apply(origin, configuration);
    }

    private static HttpClient anywhere(URI origin, HttpClientConfiguration configuration) {
        try {
            return HttpClient.create(origin.toURL(), configuration);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no http(s) address: " + origin, e);
        }
    }

    private static Http.Answer send(HttpClient client, String prefix, Http.Call call) {
        var request = HttpRequest.create(HttpMethod.parse(call.method()), prefix + call.path());
        call.headers().forEach(request::header);
        if (call.body().length > 0) {
            request.body(call.body());
        }
        try {
            HttpResponse<byte[]> response = Mono.from(client.exchange(request, BYTES, BYTES))
                    .timeout(call.timeout())
                    .block();
            return response == null ? new Http.Lost("no answer") : answered(response);
        } catch (HttpClientException e) {
            return neverLeft(e) ? new Http.NotSent("not reachable") : new Http.Lost("the connection broke");
        } catch (RuntimeException e) {
            return new Http.Lost(
                    Wording.of("no answer within %s s", call.timeout().toSeconds())
                            .toString());
        }
    }

    private static Http.Answered answered(HttpResponse<byte[]> response) {
        var headers = new TreeMap<String, List<String>>();
        response.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new Http.Answered(response.code(), headers, response.getBody().orElse(new byte[0]));
    }

    /** Whether the failure came before a byte of the call went out. */
    private static boolean neverLeft(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PublicAddresses.NotPublic
                    || cause instanceof java.net.ConnectException
                    || cause instanceof java.net.UnknownHostException
                    || cause instanceof io.netty.channel.ConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::close);
    }
}
