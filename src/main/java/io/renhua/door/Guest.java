package io.renhua.door;

import io.renhua.store.Json;
import io.renhua.text.Wording;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A command before the door of the process that serves. */
public final class Guest {
    private final UnixDomainSocketAddress address;

    /** @param data the folder of the store */
    public Guest(Path data) {
        this.address = UnixDomainSocketAddress.of(data.resolve(SideDoor.NAME));
    }

    /** Whether somebody serves behind the door. */
    public boolean isHeard() {
        try (var channel = SocketChannel.open(address)) {
            return channel.isConnected();
        } catch (IOException | UnsupportedOperationException e) {
            return false; // nobody there
        }
    }

    /** Asks a service and waits for its answer. Throws {@link OutOfReach} when there is none. */
    public <A> A ask(String service, Object question, Class<A> answers) {
        try (var channel = SocketChannel.open(address);
                var out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            out.write(Json.write(new Ask(service, Json.write(question))) + "\n");
            out.flush();
            return answer(in.readLine(), answers);
        } catch (IOException e) {
            throw new OutOfReach(Wording.of("The server went away while it was asked."), e);
        }
    }

    private static <A> A answer(@Nullable String line, Class<A> answers) {
        var answer = line == null ? Ask.Answer.failed("it closed the door") : Json.read(line, Ask.Answer.class);
        if (answer.answer() == null) {
            throw new OutOfReach(
                    Wording.of("The server cannot answer: %s.", Wording.recalled(String.valueOf(answer.trouble()))),
                    null);
        }
        return Json.read(answer.answer(), answers);
    }
}
