package io.renhua;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What platforms were seen to send, with ids of our choice in it; and what each does that is, or is not, the same again. */
enum Post {
    LINE("line") {
        @Override
        String numbered(String body, int number) {
            return body.replace("01TESTEVENT", "01E%07dX".formatted(number));
        }

        @Override
        Knock first(String body) {
            return Knocks.line(body);
        }

        @Override
        Knock again(String body) {
            return Knocks.line(body.replace("\"isRedelivery\": false", "\"isRedelivery\": true"));
        }
    },

    TELEGRAM("telegram") {
        @Override
        String numbered(String body, int number) {
            return body.replaceAll("\"update_id\": \\d+", "\"update_id\": " + (700_000_000 + number));
        }

        @Override
        Knock first(String body) {
            return Knocks.telegram(body);
        }

        @Override
        Knock again(String body) {
            return Knocks.telegram(body);
        }
    },

    SLACK("slack") {
        private static final Pattern TIME = Pattern.compile("17800\\d{2}(\\d{3}\\.\\d{6})");

        @Override
        String numbered(String body, int number) {
            return TIME.matcher(body)
                    .replaceAll("17%05d$1".formatted(number))
                    .replace("Ev0TEST", "Ev%07dX".formatted(number))
                    .replace("trigger_id=900", "trigger_id=" + number)
                    .replace("trigger_id%22%3A%22900", "trigger_id%22%3A%22" + number);
        }

        @Override
        Knock first(String body) {
            return Knocks.slackBody(body, NOW);
        }

        @Override
        Knock again(String body) {
            return Knocks.slackBody(body, NOW.plusSeconds(60)).with("x-slack-retry-num", "1");
        }

        @Override
        Stream<Pair> more(String body, int number) {
            var mention = numbered(Knocks.recorded("slack/mention.json"), 2 * number);
            var message = numbered(Knocks.recorded("slack/mention-as-message.json"), 2 * number);
            return Stream.of(new Pair("a mention that is also a message", first(mention), first(message), true));
        }
    },

    WECHAT("wechat") {
        private static final String SOMEBODY = "oPao-1xQ8_renhua_visitor_001";
        private static final String ANOTHER = "oPao-1xQ8_renhua_visitor_002";
        private static final Pattern TIME = Pattern.compile("1767225(\\d{3})");
        private static final Pattern MESSAGE = Pattern.compile("2\\d{13}(\\d{3})");
        private static final Pattern TASK = Pattern.compile("<MsgID>\\d+");

        @Override
        String numbered(String body, int number) {
            var timed = TIME.matcher(body).replaceAll("17%05d$1".formatted(number));
            var task = TASK.matcher(timed).replaceAll("<MsgID>" + (200_000_000 + number));
            return MESSAGE.matcher(task).replaceAll("24%012d$1".formatted(number));
        }

        @Override
        Knock first(String body) {
            return Knocks.wechatBody(body, SOMEBODY, "415670741");
        }

        @Override
        Knock again(String body) {
            return Knocks.wechatBody(body, SOMEBODY, "415670742");
        }

        @Override
        Stream<Pair> more(String body, int number) {
            var one = numbered(body, 2 * number);
            var pairs = new ArrayList<Pair>();
            pairs.add(new Pair(
                    "the same numbers from somebody else",
                    first(one),
                    Knocks.wechatBody(one.replace(SOMEBODY, ANOTHER), ANOTHER, "415670743"),
                    false));
            if (one.contains("<EventKey>")) {
                var other = one.replaceFirst("<EventKey>(<!\\[CDATA\\[)?", "$0other_");
                pairs.add(new Pair("another event in the same second", first(one), first(other), false));
            }
            return pairs.stream();
        }
    };

    /** When everything of this is delivered. */
    static final Instant NOW = Instant.parse("2026-05-28T20:30:00Z");

    private final String platform;

    Post(String platform) {
        this.platform = platform;
    }

    /** Two calls at the door, and whether the second says nothing new. */
    record Pair(String what, Knock one, Knock two, boolean same) {}

    /** The bodies in which there is something to number: what has no id at all is known by all of its words. */
    List<String> bodies() {
        return Recorded.bodies(platform).stream()
                .map(body -> new String(body, UTF_8))
                .filter(body -> !numbered(body, 1).equals(body))
                .toList();
    }

    /** All pairs that can be made of a body, with numbers that belong to no other pair. */
    List<Pair> pairs(String body, int number) {
        var one = numbered(body, 2 * number);
        var usual = Stream.of(
                new Pair("the same again", first(one), again(one), true),
                new Pair("the same words, said again", first(one), first(numbered(body, 2 * number + 1)), false),
                new Pair("the same at another account", first(one), elsewhere(first(one)), false));
        return Stream.concat(usual, more(body, number)).toList();
    }

    /** What else only this platform does. */
    Stream<Pair> more(String body, int number) {
        return Stream.empty();
    }

    private static Knock elsewhere(Knock knock) {
        return knock.at(knock.path().replace("/mo-", "/other-"));
    }

    /** The body with other ids, and times where they are part of one. */
    abstract String numbered(String body, int number);

    /** As it is delivered first. */
    abstract Knock first(String body);

    /** As it is delivered again when no 200 came. */
    abstract Knock again(String body);
}
