package io.renhua.door;

import io.renhua.store.Json;
import io.renhua.store.StoreAway;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serving process's door for commands on the same machine: a socket in the data folder, which nobody can open who could
 * not read the store's own file. Serving goes on without it.
 */
public final class SideDoor implements AutoCloseable {
    public static final String NAME = "renhua.sock";

    private static final Logger LOG = LoggerFactory.getLogger(SideDoor.class);

    private static final Ask.Answer OTHER_VERSION =
            Ask.Answer.failed("it is of another version than this command; start it again");

    private final Path socket;
    private final Map<String, Service> services;
    private @Nullable ServerSocketChannel open;

    /** @param data the folder of the store, which is open: so whatever socket is left there is nobody's */
    public SideDoor(Path data, Service... services) {
        this.socket = data.resolve(NAME);
        this.services = Arrays.stream(services).collect(Collectors.toMap(Service::name, Function.identity()));
    }

    public synchronized void start() {
        try {
            Files.createDirectories(socket.toAbsolutePath().getParent());
            Files.deleteIfExists(socket);
            var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(socket));
            keepToOurselves();
            open = channel;
            Thread.ofVirtual().name("side-door").start(() -> serve(channel));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "commands that ask the server will not work while this serves: {} cannot be opened: {}",
                    socket,
                    e.toString());
        }
    }

    private void keepToOurselves() throws IOException {
        if (Files.getFileAttributeView(socket, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void serve(ServerSocketChannel channel) {
        while (channel.isOpen()) {
            try {
                var guest = channel.accept();
                Thread.ofVirtual().name("side-door-guest").start(() -> answer(guest));
            } catch (ClosedChannelException e) {
                return; // we close
            } catch (IOException e) {
                LOG.warn("the door for commands is closed: {}", e.toString());
                return;
            }
        }
    }

    private void answer(SocketChannel guest) {
        try (guest;
                var in = new BufferedReader(Channels.newReader(guest, StandardCharsets.UTF_8));
                var out = Channels.newWriter(guest, StandardCharsets.UTF_8)) {
            var line = in.readLine();
            if (line != null) {
                out.write(Json.write(answer(line)) + "\n");
            }
        } catch (IOException e) {
            LOG.debug("a command did not wait for its answer: {}", e.toString());
        }
    }

    private Ask.Answer answer(String line) {
        try {
            var ask = Json.read(line, Ask.class);
            var service = services.get(ask.service());
            return service == null
                    ? OTHER_VERSION
                    : Ask.Answer.of(service.answering().apply(ask.question()));
        } catch (StoreAway e) {
            return Ask.Answer.failed(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return OTHER_VERSION;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (open != null) {
                open.close();
                Files.deleteIfExists(socket);
            }
        } catch (IOException e) {
            LOG.debug("closing the door for commands: {}", e.toString());
        }
    }
}
