package io.renhua.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * A disk as disks are: what was written and not forced lies in a cache of its own, out of which any of it may be on the disk
 * or not when the power goes. H2 keeps its files there under an address that begins with {@code loose:}.
 */
public final class LooseDisk implements AutoCloseable {
    /** What a disk writes whole or not at all, in bytes. */
    private static final int SECTOR = 512;

    /** H2 makes its file systems itself, and so finds the disk by its folder. */
    private static final Map<Path, LooseDisk> DISKS = new ConcurrentHashMap<>();

    static {
        FilePath.register(new LoosePath());
    }

    private final Path folder;
    private final Map<String, Contents> files = new HashMap<>();
    private boolean held;
    private boolean lies;
    private int waiting;

    private LooseDisk(Path folder) {
        this.folder = folder;
    }

    /** One that keeps its files in a folder. */
    public static LooseDisk in(Path folder) {
        var disk = new LooseDisk(folder.toAbsolutePath());
        DISKS.put(disk.folder, disk);
        return disk;
    }

    static LooseDisk of(String file) {
        var disk = DISKS.get(Path.of(file).getParent());
        if (disk == null) {
            throw new IllegalStateException("no disk holds " + file);
        }
        return disk;
    }

    /** Where the store is that lies on it. */
    public StoreSettings store() {
        return StoreSettings.at("jdbc:h2:" + LoosePath.SCHEME + ":" + folder.resolve("renhua") + StoreSettings.DURABLE);
    }

    /** From now on nothing is forced: who asks for it waits. */
    public synchronized void hold() {
        held = true;
    }

    /** What waits is forced, and whatever comes. */
    public synchronized void letGo() {
        held = false;
        notifyAll();
    }

    /** Whether somebody waits for something to be forced. */
    public synchronized boolean isWaitedFor() {
        return waiting > 0;
    }

    /** From now on it says that it has forced what it has not. */
    public synchronized void lie() {
        lies = true;
    }

    /**
     * What would be found if the power went now, written into another folder: all that was forced, and of the rest what chance
     * has brought to the disk, in any order.
     */
    public synchronized void cut(Random chance, Path into) {
        files.forEach((name, contents) -> {
            try {
                Files.write(into.resolve(Path.of(name).getFileName()), contents.survived(chance));
            } catch (IOException e) {
                throw new UncheckedIOException("writing what survived", e);
            }
        });
    }

    synchronized void write(String name, long position, byte[] bytes) {
        contents(name).pending.add(new Change(Math.toIntExact(position), bytes));
    }

    synchronized void truncate(String name, long size) {
        contents(name).pending.add(new Change(Math.toIntExact(size), null));
    }

    /** How often a file was changed. */
    synchronized int changes(String name) {
        var contents = contents(name);
        return contents.settled + contents.pending.size();
    }

    /** Forces so many of its changes. */
    synchronized void force(String name, int first) {
        waiting++;
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("H2 is closing in the middle of a test", e);
        } finally {
            waiting--;
        }
        if (!lies) {
            contents(name).settle(first);
        }
    }

    synchronized void delete(String name) {
        files.remove(name);
    }

    private Contents contents(String name) {
        return files.computeIfAbsent(name, each -> new Contents());
    }

    @Override
    public void close() {
        letGo();
        DISKS.remove(folder);
    }

    /** What is not forced yet: bytes at a place, or a new length. */
    private static final class Change {
        private final int at;
        private final byte @Nullable [] bytes;

        /**
         * @param at where, in bytes; of a file that is cut, its new length
         * @param bytes null for a file that is cut
         */
        Change(int at, byte @Nullable [] bytes) {
            this.at = at;
            this.bytes = bytes;
        }

        byte[] on(byte[] file) {
            if (bytes == null) {
                return Arrays.copyOf(file, at);
            }
            var larger = at + bytes.length > file.length ? Arrays.copyOf(file, at + bytes.length) : file;
            System.arraycopy(bytes, 0, larger, at, bytes.length);
            return larger;
        }

        /** The same, but of each sector chance decides whether it came to the disk. */
        byte[] partlyOn(byte[] file, Random chance) {
            if (bytes == null) {
                return chance.nextBoolean() ? on(file) : file;
            }
            var so = file;
            for (int from = 0; from < bytes.length; from += SECTOR) {
                if (chance.nextBoolean()) {
                    var sector = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SECTOR));
                    so = new Change(at + from, sector).on(so);
                }
            }
            return so;
        }
    }

    private static final class Contents {
        private final Deque<Change> pending = new ArrayDeque<>();
        private byte[] forced = {};
        private int settled;

        void settle(int first) {
            while (settled < first) {
                forced = pending.removeFirst().on(forced);
                settled++;
            }
        }

        byte[] survived(Random chance) {
            var file = forced.clone();
            for (var change : pending) {
                file = change.partlyOn(file, chance);
            }
            return file;
        }
    }
}
