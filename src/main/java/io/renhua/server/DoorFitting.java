package io.renhua.server;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Fits the webhooks' door into the server's pipeline, behind the reading of HTTP and before everything Micronaut does. */
@Singleton
final class DoorFitting implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String CODEC = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;

    private final BeanProvider<Doors> doors; // asked for when the server listens: by then the house is put together

    DoorFitting(BeanProvider<Doors> doors) {
        this.doors = doors;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Server());
        return event.getBean();
    }

    private final class Server implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.LISTENER ? new Listener(doors.get()) : this;
        }
    }

    private record Listener(Doors doors) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Connection(doors, channel) : this;
        }
    }

    private record Connection(Doors doors, Channel channel) implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            var pipeline = channel.pipeline();
            var deadline = new RequestDeadline();
            pipeline.addBefore(CODEC, "request-bytes", deadline.bytes());
            pipeline.addAfter(CODEC, "request-deadline", deadline);
            pipeline.addAfter("request-deadline", "one-at-a-time", new OneAtATime());
            pipeline.addAfter("one-at-a-time", "webhook-door", new WebhookDoor(doors));
        }
    }
}
