package io.renhua.bundle;

/**
 * One file or folder in a bundle, as the bundle's directory tells of it.
 *
 * @param path with {@code /} between the names; a folder's ends in one
 * @param size in bytes, unpacked
 * @param checksum CRC-32 of what is in it
 */
record BundleEntry(String path, long size, long checksum) {

    boolean isFolder() {
        return path.endsWith("/");
    }
}
