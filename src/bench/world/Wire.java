package world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A connection to another port of this machine that can be cut as networks are: nothing is closed, nothing comes through. */
public final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final int to;
    private final Lock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean isCut;

    public Wire(int to) {
        this.to = to;
        try {
            this.door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("opening a wire", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        lock.lock();
        isCut = true;
        lock.unlock();
    }

    public void mend() {
        lock.lock();
        isCut = false;
        mended.signalAll();
        lock.unlock();
    }

    private void accept() {
        try {
            while (true) {
                var near = door.accept();
                Thread.ofVirtual().start(() -> join(near));
            }
        } catch (IOException e) {
            // closed: the run is over
        }
    }

    private void join(Socket near) {
        try (near;
                var far = new Socket(InetAddress.getLoopbackAddress(), to)) {
            var back = Thread.ofVirtual().start(() -> pump(far, near));
            pump(near, far);
            back.join();
        } catch (IOException e) {
            // nobody is at the other end; the near end learns it by being closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        var bytes = new byte[1 << 16];
        try {
            for (int length = from.getInputStream().read(bytes);
                    length >= 0;
                    length = from.getInputStream().read(bytes)) {
                awaitMended();
                to.getOutputStream().write(bytes, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitMended() throws InterruptedException {
        lock.lock();
        try {
            while (isCut) {
                mended.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // then it is closed already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
