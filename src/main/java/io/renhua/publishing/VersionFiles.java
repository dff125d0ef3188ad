package io.renhua.publishing;

import io.renhua.bundle.Fingerprint;
import io.renhua.store.Queries;
import io.renhua.store.Transaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of versions, as the store keeps them: each once, however many versions hold it. */
final class VersionFiles {
    private static final int PART = 500_000;

    private VersionFiles() {}

    private record Entry(String path, String digest) {}

    /** Keeps a version, unless it is there. */
    static void keep(Transaction transaction, String address, byte[] bundle) {
        if (isKept(transaction, address)) {
            return;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                keep(transaction, address, entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading a version", e);
        }
    }

    private static void keep(Transaction transaction, String address, String path, byte[] bytes) {
        var digest = Fingerprint.of(bytes);
        transaction.update("insert into version_file (address, path, digest) values (?, ?, ?)", address, path, digest);
        var kept = transaction.list("select part from file_part where digest = ?", row -> row.getInt(1), digest);
        if (kept.isEmpty()) {
            var text = Base64.getEncoder().encodeToString(bytes);
            int parts = Math.max(1, Math.ceilDiv(text.length(), PART)); // an empty file is one as well
            for (int part = 0; part < parts; part++) {
                transaction.update(
                        "insert into file_part (digest, part, content) values (?, ?, ?) on conflict do nothing",
                        digest,
                        part,
                        text.substring(part * PART, Math.min(text.length(), (part + 1) * PART)));
            }
        }
    }

    /** The bundle of a version; empty when it was never kept. */
    static Optional<byte[]> bundle(Queries queries, String address) {
        var entries = entries(queries, address);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.path()));
                zip.write(file(queries, entry.digest()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("packing a version", e);
        }
        return Optional.of(bytes.toByteArray());
    }

    static boolean isKept(Queries queries, String address) {
        return !queries.list("select 1 from version_file where address = ? limit 1", row -> row.getInt(1), address)
                .isEmpty();
    }

    /** @param brief the beginning of an address */
    static Optional<VersionFile> one(Queries queries, String brief, String path) {
        return queries
                .list(
                        "select digest from version_file where address >= ? and address < ? and path = ?",
                        row -> row.getString(1),
                        brief,
                        brief + "g", // comes after every hexadecimal digit
                        path)
                .stream()
                .findFirst()
                .map(digest -> new VersionFile(digest, file(queries, digest)));
    }

    private static byte[] file(Queries queries, String digest) {
        var parts = queries.list(
                "select content from file_part where digest = ? order by part", row -> row.getString(1), digest);
        return Base64.getDecoder().decode(String.join("", parts));
    }

    private static List<Entry> entries(Queries queries, String address) {
        return queries.list(
                "select path, digest from version_file where address = ? order by path",
                row -> new Entry(row.getString(1), row.getString(2)),
                address);
    }
}
