package io.renhua.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a node reaches its database by; can be cut, and mended. */
final class Cable implements AutoCloseable {
    private final ServerSocket here;
    private final int there;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** @param there the database's port on this machine */
    Cable(int there) {
        this.there = there;
        try {
            here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("cable").start(this::lay);
    }

    int port() {
        return here.getLocalPort();
    }

    /** Nothing gets through any more, and whoever was talking notices. */
    void cut() {
        cut = true;
        ends.forEach(Cable::close);
        ends.clear();
    }

    void mend() {
        cut = false;
    }

    private void lay() {
        while (!here.isClosed()) {
            try {
                var near = here.accept();
                ends.add(near);
                if (cut) {
                    close(near);
                } else {
                    var far = new Socket(InetAddress.getLoopbackAddress(), there);
                    near.setTcpNoDelay(true);
                    far.setTcpNoDelay(true);
                    ends.add(far);
                    carry(near, far);
                    carry(far, near);
                }
            } catch (IOException e) {
                // closed, or the database is: the next one who comes sees it too
            }
        }
    }

    private void carry(Socket from, Socket to) {
        Thread.ofVirtual().name("cable").start(() -> {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var bytes = new byte[8192];
                for (int read = in.read(bytes); read >= 0 && !cut; read = in.read(bytes)) {
                    out.write(bytes, 0, read);
                }
            } catch (IOException e) {
                // one end is gone, and the other goes with it
            } finally {
                ends.remove(from);
                ends.remove(to);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }

    @Override
    public void close() {
        cut();
        try {
            here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
