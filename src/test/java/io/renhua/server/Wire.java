package io.renhua.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.renhua.Knock;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection, byte by byte: for what no well-behaved client sends. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back: headers by lower-case name. */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** A knock as it goes over the wire. */
    static byte[] bytes(Knock knock, String... moreHeaders) {
        var head = new StringBuilder(knock.method() + " " + knock.path() + " HTTP/1.1\r\nHost: localhost\r\n");
        knock.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        for (var header : moreHeaders) {
            head.append(header + "\r\n");
        }
        head.append("Content-Length: " + knock.body().length + "\r\n\r\n");
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        all.writeBytes(knock.body());
        return all.toByteArray();
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1);
    }

    Wire send(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        try {
            socket.getOutputStream().write(all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Wire send(String text) {
        return send(text.getBytes(ISO_8859_1));
    }

    Answer answer() {
        try {
            int status = Integer.parseInt(line().split(" ")[1]);
            var headers = new HashMap<String, String>();
            for (var line = line(); !line.isEmpty(); line = line()) {
                var colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new Answer(status, headers, new String(in.readNBytes(length), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up after: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Whether the server hangs up, and says nothing more before. */
    boolean isHungUp() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            return true; // a reset
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
