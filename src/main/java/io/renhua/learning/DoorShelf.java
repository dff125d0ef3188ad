package io.renhua.learning;

import io.renhua.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** In the store of the process that serves, asked through its door. */
public final class DoorShelf implements Shelf {
    private final UnixDomainSocketAddress address;

    /** @param data the folder of the store */
    public DoorShelf(Path data) {
        this.address = UnixDomainSocketAddress.of(data.resolve(SideDoor.NAME));
    }

    /** Whether somebody serves behind the door. */
    public boolean answers() {
        try (var channel = SocketChannel.open(address)) {
            return channel.isConnected();
        } catch (IOException | UnsupportedOperationException e) {
            return false; // nobody there
        }
    }

    @Override
    public List<Bubble> bubbles(String persona) {
        return ask(new Ask.Bubbles(persona)).bubbles();
    }

    @Override
    public List<Decision> decisions(String persona) {
        return ask(new Ask.Decided(persona)).decisions();
    }

    @Override
    public void decide(List<Decision> decisions) {
        ask(new Ask.Decide(decisions));
    }

    private Ask.Answer ask(Ask ask) {
        try (var channel = SocketChannel.open(address);
                var out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            out.write(Json.write(ask) + "\n");
            out.flush();
            var line = in.readLine();
            var answer = line == null ? Ask.Answer.failed("it closed the door") : Json.read(line, Ask.Answer.class);
            if (answer.trouble() != null) {
                throw new ShelfAway("The server cannot answer: " + answer.trouble() + ".", null);
            }
            return answer;
        } catch (IOException e) {
            throw new ShelfAway("The server went away while it was asked.", e);
        }
    }

    @Override
    public void close() {}
}
