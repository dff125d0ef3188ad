package world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Ports of 127.0.0.1 that nobody listens on. */
public final class Ports {
    private Ports() {}

    public static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("looking for a free port", e);
        }
    }
}
