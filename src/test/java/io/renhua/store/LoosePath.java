package io.renhua.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** How H2 comes to a {@link LooseDisk}: {@code loose:} before the path of a file. Public, and made without arguments, for H2. */
public final class LoosePath extends FilePathWrapper {
    static final String SCHEME = "loose";

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var base = getBase();
        return new Channel(base.open(mode), LooseDisk.of(base.toString()), base.toString());
    }

    @Override
    public void delete() {
        LooseDisk.of(getBase().toString()).delete(getBase().toString());
        super.delete();
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        throw new UnsupportedOperationException("nothing of ours lets H2 rename its files");
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel file;
        private final LooseDisk disk;
        private final String name;

        Channel(FileChannel file, LooseDisk disk, String name) {
            this.file = file;
            this.disk = disk;
            this.name = name;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            var bytes = new byte[from.remaining()];
            from.duplicate().get(bytes);
            disk.write(name, position, bytes);
            return file.write(from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(name, size);
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            int before = disk.changes(name);
            file.force(metaData);
            disk.force(name, before); // and nothing that was written meanwhile
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
