package world;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk that loses what was written and not forced, for one server's H2: a library between the server and the C library notes
 * what is written and forced, and after a kill the file is made what it would be had the power gone. Made of C by the
 * machine's own compiler.
 */
public final class LooseDisk {
    /** What a disk writes whole or not at all, in bytes. */
    private static final int SECTOR = 512;

    private static final int HEAD = 3 * Long.BYTES;

    private final Path library;
    private final Path notes;
    private final Path before;
    private final Path file;
    private final boolean lies;
    private int looseWrites;

    private LooseDisk(Path folder, Path file, boolean lies) {
        this.library = folder.resolve("disk.so");
        this.notes = folder.resolve("disk.notes");
        this.before = folder.resolve("disk.before");
        this.file = file;
        this.lies = lies;
    }

    /**
     * One under a store.
     *
     * @param folder for what it needs itself
     * @param data where the server keeps its file, which is not there yet
     * @param lies whether it says that it has forced what it has not
     */
    public static LooseDisk under(Path data, Path folder, boolean lies) {
        var disk = new LooseDisk(folder, data.resolve("renhua.mv.db"), lies);
        Child.run("cc", "-O2", "-shared", "-fPIC", "-o", disk.library.toString(), "src/bench/trial/disk.c", "-ldl");
        return disk;
    }

    /** What a server needs in its environment to write to it. */
    public Map<String, String> environment() {
        var environment = new TreeMap<>(Map.of("LD_PRELOAD", library.toString(), "BENCH_DISK", notes.toString()));
        if (lies) {
            environment.put("BENCH_DISK_LIES", "1");
        }
        return environment;
    }

    /**
     * The power goes, and comes back: of what was not forced chance keeps some sectors and loses the others. The server has to
     * be dead.
     */
    public void cut(Random chance) throws IOException {
        var forced = Files.exists(before) ? Files.readAllBytes(before) : new byte[0];
        var loose = new ArrayList<Change>();
        int forces = 0;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(notes)))) {
            for (var note = Note.next(in); note != null; note = Note.next(in)) {
                if (note.kind() == 'f') {
                    for (var change : loose) {
                        forced = change.on(forced);
                    }
                    loose.clear();
                    forces++;
                } else {
                    loose.add(new Change(note.kind() == 't', Math.toIntExact(note.place()), note.bytes()));
                }
            }
        }
        if (forces == 0 && !lies) {
            throw new IllegalStateException("nothing was noted as forced: does the library see the server's calls?");
        }
        for (var change : loose) {
            forced = change.partlyOn(forced, chance);
        }
        looseWrites += loose.size();
        Files.write(file, forced);
        Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(notes);
    }

    /** How many writes were not forced at the cuts so far. */
    public int looseWrites() {
        return looseWrites;
    }

    private record Note(char kind, long place, byte[] bytes) {
        /** Null at the end; a last one that is not whole is of a write that had not come back. */
        static Note next(DataInputStream in) throws IOException {
            try {
                var head = ByteBuffer.wrap(in.readNBytes(HEAD)).order(ByteOrder.nativeOrder());
                if (head.limit() < HEAD) {
                    return null;
                }
                var kind = (char) head.getLong();
                long place = head.getLong();
                var bytes = new byte[Math.toIntExact(head.getLong())];
                in.readFully(bytes);
                return new Note(kind, place, bytes);
            } catch (EOFException e) {
                return null;
            }
        }
    }

    private record Change(boolean cuts, int at, byte[] bytes) {
        byte[] on(byte[] file) {
            if (cuts) {
                return Arrays.copyOf(file, at);
            }
            var larger = at + bytes.length > file.length ? Arrays.copyOf(file, at + bytes.length) : file;
            System.arraycopy(bytes, 0, larger, at, bytes.length);
            return larger;
        }

        byte[] partlyOn(byte[] file, Random chance) {
            if (cuts) {
                return chance.nextBoolean() ? on(file) : file;
            }
            var so = file;
            for (int from = 0; from < bytes.length; from += SECTOR) {
                if (chance.nextBoolean()) {
                    var sector = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SECTOR));
                    so = new Change(false, at + from, sector).on(so);
                }
            }
            return so;
        }
    }
}
