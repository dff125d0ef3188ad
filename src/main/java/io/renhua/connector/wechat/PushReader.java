package io.renhua.connector.wechat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.renhua.connector.SentAt;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Echo;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a proven push into what a person said, and holds it open where a reply may go back with it. */
final class PushReader {
    /** WeChat's word for taken without a reply; anything else shows the person an error. */
    static final WebhookAnswer SUCCESS = WebhookAnswer.text("success");

    private static final Pattern OPENID = Pattern.compile("[A-Za-z0-9_@.-]{1,64}");
    private static final int KEY = 40;

    private final String channel;
    private final PassiveReplies replies;
    private final PassiveBody body;
    private final Clock clock;
    private final Duration patience;

    PushReader(String channel, PassiveReplies replies, PassiveBody body, Clock clock, Duration patience) {
        this.channel = channel;
        this.replies = replies;
        this.body = body;
        this.clock = clock;
        this.patience = patience;
    }

    Webhook read(Push push) {
        if (!OPENID.matcher(push.openid()).matches()
                || push.fields().text("MsgType").isBlank()) {
            return new Webhook.Malformed("no sender or no type of message");
        }
        var content = PushContent.of(push.fields());
        var echo = TheirDesk.echo(push);
        if (echo.isPresent()) {
            return Webhook.Messages.of(List.of(ofOurSide(push, content, echo.get())), () -> SUCCESS);
        }
        if (push.account().isEmpty() || !answerable(content)) {
            return Webhook.Messages.of(List.of(inbound(push, content, null)), () -> SUCCESS);
        }
        var id = id(push);
        var held = replies.hold(id);
        var handle = new ReplyHandle(id, clock.instant().plus(patience));
        return new Webhook.Messages(
                List.of(inbound(push, content, handle)),
                () -> held.await()
                        .filter(reply -> reply.bubble() != null || !push.isEvent()) // their desk takes messages alone
                        .map(reply -> body.write(push, reply))
                        .orElse(SUCCESS),
                true);
    }

    private static boolean answerable(Content content) {
        return switch (content) {
            case Content.Unsupported _ -> false;
            case Content.Entered(var entry) -> !(entry instanceof Entry.Left);
            case Content.Text _,
                    Content.Choices _,
                    Content.Chosen _,
                    Content.Media _,
                    Content.Card _,
                    Content.Link _,
                    Content.Place _ -> true;
        };
    }

    private Inbound inbound(Push push, Content content, @Nullable ReplyHandle reply) {
        return new Inbound(
                id(push),
                new ConversationId(channel, push.openid()),
                Person.of(push.openid()),
                content,
                SentAt.seconds(TextNode.valueOf(push.fields().text("CreateTime")), clock.instant()),
                reply);
    }

    /** What the account's own people did at WeChat's desk. */
    private Inbound ofOurSide(Push push, Content content, Echo echo) {
        var said = inbound(push, content, null);
        return new Inbound(
                said.id(),
                said.conversation(),
                Person.of(TheirDesk.servicer(push.fields())),
                content,
                said.sentAt(),
                null,
                echo);
    }

    /** WeChat's own rule: a message by its id, an event by sender and second; made finer, and safe between senders. */
    private static String id(Push push) {
        var fields = push.fields();
        var message = fields.text("MsgId");
        return message.isEmpty()
                ? String.join(
                        ":",
                        push.openid(),
                        brief(fields.text("CreateTime")),
                        brief(fields.text("MsgType")),
                        brief(fields.text("Event")),
                        brief(fields.text("EventKey")),
                        brief(fields.text("MsgID")))
                : push.openid() + ":" + brief(message);
    }

    /** Keeps ids short whatever comes; what is cut still tells two apart. */
    private static String brief(String part) {
        return part.length() <= KEY ? part : WeChatCrypto.sign(part);
    }
}
