package io.renhua.nlu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A learnt model in a file: a sign, the form's version, the key it was learnt for, a checksum, the numbers. */
final class ModelFile {
    private static final byte[] SIGN = "RENHUA-MODEL".getBytes(StandardCharsets.US_ASCII);
    private static final int FORM = 1;
    private static final int KEY = 32;
    private static final int HEAD = SIGN.length + Integer.BYTES + KEY + Long.BYTES;
    private static final long LARGEST = 64 << 20;

    private ModelFile() {}

    /** The model learnt for this key; empty where there is none, or where the file is anything else. */
    static Optional<Committee> read(Path file, byte[] key) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) < HEAD || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(file);
        var head = head(key, Arrays.copyOfRange(bytes, HEAD, bytes.length));
        return Arrays.equals(head, 0, HEAD, bytes, 0, HEAD) ? body(bytes) : Optional.empty();
    }

    /** Written beside and renamed, so that nobody ever reads half a model. */
    static void write(Path file, byte[] key, Committee committee) throws IOException {
        var writer = new ModelWriter();
        committee.write(writer);
        var body = writer.written();
        Files.createDirectories(file.getParent());
        var fresh = Files.createTempFile(file.getParent(), "learnt-", ".part");
        try {
            Files.write(fresh, head(key, body));
            Files.write(fresh, body, StandardOpenOption.APPEND);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static byte[] head(byte[] key, byte[] body) {
        var checksum = new CRC32C();
        checksum.update(body);
        return ByteBuffer.allocate(HEAD)
                .put(SIGN)
                .putInt(FORM)
                .put(key)
                .putLong(checksum.getValue())
                .array();
    }

    private static Optional<Committee> body(byte[] bytes) {
        try {
            var reader = new ModelReader(ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD));
            var committee = Committee.read(reader);
            return reader.isAtEnd() ? Optional.of(committee) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // numbers in another order than ours: somebody else's
        }
    }
}
