package io.renhua.hook;

import io.renhua.action.Signer;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Somebody's program at the other end: takes events, or does what a test has it do instead. */
final class Receiver implements Http {
    static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    record Letter(String id, String type, String conversation, String body) {}

    /** Everything that was tried, and what of it was taken. */
    final List<Letter> tried = new ArrayList<>();

    final List<Letter> taken = new ArrayList<>();

    private Function<Letter, Answer> manner = letter -> answered(204);

    void does(Function<Letter, Answer> other) {
        manner = other;
    }

    static Answer answered(int status) {
        return new Answered(status, Map.of(), new byte[0]);
    }

    static Answer answered(int status, String retryAfter) {
        return new Answered(status, Map.of("retry-after", List.of(retryAfter)), new byte[0]);
    }

    Hook hook(String name, Set<EventType> events, Clock clock) {
        return new Hook(name, events, false, "helpdesk.example.com", post(clock));
    }

    HookPost post(Clock clock) {
        return new HookPost(this, "/renhua", new Signer(List.of(SECRET)), clock);
    }

    @Override
    public synchronized Answer send(Call call) {
        var body = JsonBody.read(call.body()).orElseThrow();
        var letter = new Letter(
                call.headers().getOrDefault("webhook-id", ""),
                body.path("type").asText(),
                body.path("data").path("conversation").asText(),
                body.toString());
        tried.add(letter);
        var answer = manner.apply(letter);
        if (answer instanceof Answered answered && answered.status() < 300) {
            taken.add(letter);
        }
        return answer;
    }

    List<String> types() {
        return taken.stream().map(Letter::type).toList();
    }

    List<String> ids() {
        return taken.stream().map(Letter::id).toList();
    }
}
