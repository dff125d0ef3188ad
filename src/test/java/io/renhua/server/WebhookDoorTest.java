package io.renhua.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.ReferenceCountUtil;
import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.connector.WebhookRequest;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Inbox;
import io.renhua.conversation.InboxAway;
import io.renhua.message.Channel;
import io.renhua.message.Inbound;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import io.renhua.text.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door and what stands before it, in a time of our own. */
class WebhookDoorTest {
    private static final String CALL = "POST /webhooks/plain HTTP/1.1\r\ncontent-length: 2\r\n\r\nhi";

    private final List<Inbox.Receipt> receipts = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();
    private final CountDownLatch reply = new CountDownLatch(1);
    private final Inbox inbox = (messages, receipt) -> receipts.add(receipt);
    private final Draining draining = new Draining();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Doors doors = doors(inbox);
    private int reads;
    private final EmbeddedChannel channel = connection();

    private Doors doors(Inbox behind) {
        return new Doors(
                new Channels(List.of(new Plain("plain", false), new Plain("held", true))),
                behind,
                new StaffCookies(List.of()),
                new WebhookCounts(registry),
                draining,
                Clock.systemUTC());
    }

    private EmbeddedChannel connection() {
        var deadline = new RequestDeadline();
        var made = new EmbeddedChannel(
                deadline.bytes(),
                new HttpServerCodec(),
                deadline,
                new Reads(),
                new OneAtATime(),
                new WebhookDoor(doors),
                new Rest());
        made.freezeTime();
        made.config().setAutoRead(false);
        return made;
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void saysNothingBeforeTheMessagesAreKept() {
        send(CALL);
        assertThat(said()).isEmpty();

        receipts.getFirst().kept();

        assertThat(said()).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void turnsACallAwayWhoseReceiptDoesNotComeAndForgetsIt() {
        send(CALL);

        after(1999);
        assertThat(said()).isEmpty();
        after(2);
        assertThat(said()).startsWith("HTTP/1.1 503").contains("retry-after: 1");

        receipts.getFirst().kept();
        assertThat(said()).isEmpty();
        send(CALL);
        receipts.getLast().kept();
        assertThat(said()).startsWith("HTTP/1.1 200 OK").doesNotContain("503");
    }

    @Test
    void givesEveryCallOfAConnectionItsOwnPatience() {
        send(CALL);
        after(1500);
        receipts.getLast().kept();
        assertThat(said()).startsWith("HTTP/1.1 200");
        send(CALL);

        after(1999);
        assertThat(said()).isEmpty();
        after(2);
        assertThat(said()).startsWith("HTTP/1.1 503");
    }

    @Test
    void tellsAPlatformToComeBackWhenNothingIsKept() {
        for (var away : List.of(new InboxAway(Wording.of("Kafka is away")), storeAway())) {
            send(CALL);
            receipts.getLast().notKept(away);
            assertThat(said()).startsWith("HTTP/1.1 503").contains("retry-after: 1");
        }
    }

    private static RuntimeException storeAway() {
        var store = Store.open(StoreSettings.inMemory("away"));
        store.close();
        return (RuntimeException) catchThrowable(() -> store.write(transaction -> {}));
    }

    @Test
    void saysThatItFailedWhenAMessageCannotBeKeptAtAll() {
        send(CALL);
        receipts.getLast().notKept(new IllegalArgumentException("not for us"));
        assertThat(said()).startsWith("HTTP/1.1 500");

        var failing = new EmbeddedChannel(new HttpServerCodec(), new WebhookDoor(doors((messages, receipt) -> {
            throw new IllegalStateException("broken");
        })));
        failing.writeInbound(Unpooled.copiedBuffer(CALL, UTF_8));
        assertThat(failing.<ByteBuf>readOutbound().toString(UTF_8)).startsWith("HTTP/1.1 500");
        failing.finishAndReleaseAll();
    }

    @Test
    void hasOneCallInHandAndReadsNoFurtherThanItCame() {
        send(CALL + CALL);
        assertThat(receipts).hasSize(1);
        assertThat(readsOn()).isFalse();

        int before = reads;
        receipts.getFirst().kept();
        channel.runPendingTasks();

        assertThat(receipts).hasSize(2);
        assertThat(reads).as("what was asked for meanwhile").isGreaterThan(before);
        assertThat(readsOn()).isTrue();
    }

    @Test
    void keepsAPageBehindAWebhookWaiting() {
        send(CALL + "GET /desk HTTP/1.1\r\n\r\n");
        assertThat(passed).isEmpty();

        receipts.getFirst().kept();
        channel.runPendingTasks();

        assertThat(passed).containsExactly("/desk");
    }

    @Test
    void letsAHeldCallWaitWithoutHoldingAnybodyElse() throws Exception {
        send(CALL.replace("plain", "held"));
        receipts.getFirst().kept();
        channel.runPendingTasks();
        assertThat(said()).isEmpty();

        after(3000);
        assertThat(said()).as("kept, so no 503").isEmpty();
        reply.countDown();

        await().until(() -> {
            channel.runPendingTasks();
            return said().startsWith("HTTP/1.1 200");
        });
    }

    @Test
    void cutsAHeadThatDrips() {
        for (int second = 0; second < 14; second += 7) {
            send("P");
            after(7_000);
        }
        assertThat(channel.isOpen()).isTrue();

        after(1_001);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void cutsABodyThatDripsWhoeverItIsFor() {
        for (var path : List.of("/webhooks/plain", "/desk/reply")) {
            var slow = connection();
            slow.writeInbound(bytes("POST " + path + " HTTP/1.1\r\ncontent-length: 100\r\n\r\n"));
            for (int drop = 0; drop < 2; drop++) {
                slow.writeInbound(bytes("x"));
                slow.advanceTimeBy(10, TimeUnit.SECONDS);
                slow.runScheduledPendingTasks();
            }
            assertThat(slow.isOpen()).isTrue();

            slow.writeInbound(bytes("x"));
            slow.advanceTimeBy(10, TimeUnit.SECONDS);
            slow.runScheduledPendingTasks();

            assertThat(slow.isOpen()).as(path).isFalse();
            slow.finishAndReleaseAll();
        }
    }

    @Test
    void leavesAConnectionAloneBetweenItsRequests() {
        send(CALL.substring(0, 20));
        after(10_000);
        send(CALL.substring(20));
        receipts.getFirst().kept();

        after(60_000);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void turnsLargeBodiesAwayWhenThereIsNoRoomAndTakesSmallOnesStill() {
        assertThat(doors.space.take((int) doors.space.left())).isTrue();

        send(CALL.substring(0, CALL.length() - 1));
        send("i");
        receipts.getFirst().kept();
        assertThat(said()).startsWith("HTTP/1.1 200");
        send("POST /webhooks/plain HTTP/1.1\r\ncontent-length: 9000\r\n\r\n" + "x".repeat(8900));

        assertThat(said()).startsWith("HTTP/1.1 503").contains("retry-after: 1", "connection: close");
        assertThat(counted("turned_away")).isOne();
    }

    @Test
    void countsEachCallOnceByItsFirstAnswer() {
        send(CALL);
        receipts.getLast().kept();
        send(CALL);
        receipts.getLast().notKept(new InboxAway(Wording.of("Kafka is away")));
        send(CALL);
        after(2001);
        receipts.getLast().kept();
        draining.begin();
        send(CALL);

        assertThat(counted("acknowledged")).isEqualTo(1);
        assertThat(counted("turned_away")).isEqualTo(3);
    }

    @Test
    void staysAtTheStopUntilWhatIsInHandIsAnswered() throws Exception {
        send(CALL);
        draining.begin();
        var stop = Thread.ofPlatform().start(doors::close);
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);

        receipts.getFirst().kept();

        assertThat(said()).startsWith("HTTP/1.1 200");
        assertThat(stop.join(Duration.ofSeconds(2))).isTrue();
    }

    private double counted(String outcome) {
        return registry.get("renhua.webhook.answers")
                .tags("channel", "plain", "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void givesItsRoomBack() {
        long free = doors.space.left();
        send("POST /webhooks/plain HTTP/1.1\r\ncontent-length: 9000\r\n\r\n" + "x".repeat(8900));
        assertThat(doors.space.left()).isLessThan(free);

        var _ = channel.close();

        assertThat(doors.space.left()).isEqualTo(free);
    }

    private void send(String text) {
        channel.writeInbound(bytes(text));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, UTF_8);
    }

    private void after(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private String said() {
        channel.runPendingTasks();
        var said = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            said.append(part.toString(UTF_8));
            part.release();
        }
        return said.toString();
    }

    /** Whether the connection is read on when whoever is behind the door asks for more. */
    private boolean readsOn() {
        int before = reads;
        channel.pipeline().lastContext().read();
        return reads > before;
    }

    private final class Reads extends ChannelDuplexHandler {
        @Override
        public void read(ChannelHandlerContext context) {
            reads++;
            context.read();
        }
    }

    private final class Rest extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                passed.add(request.uri());
            }
            ReferenceCountUtil.release(message);
        }
    }

    private final class Plain implements Connector {
        private final String name;
        private final boolean waits;

        Plain(String name, boolean waits) {
            this.name = name;
            this.waits = waits;
        }

        @Override
        public Channel channel() {
            return new Channel(name, "plain");
        }

        @Override
        public Limits limits() {
            return Limits.NONE;
        }

        @Override
        public Webhook receive(WebhookRequest request) {
            return new Webhook.Messages(List.<Inbound>of(), this::answer, waits);
        }

        private WebhookAnswer answer() {
            try {
                if (waits) {
                    reply.await();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return WebhookAnswer.OK;
        }

        @Override
        public Delivery deliver(Outbound message) {
            throw new IllegalStateException("nothing is sent here");
        }
    }
}
