package io.renhua.persona;

/**
 * Where something stands in a script.
 *
 * @param file as its author knows it, from the personas folder on
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
