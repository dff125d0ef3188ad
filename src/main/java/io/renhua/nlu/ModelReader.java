package io.renhua.nlu;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Takes up what {@link ModelWriter} wrote. Bytes that end too soon or claim too much throw, and allocate nothing. */
final class ModelReader {
    private final ByteBuffer in;

    ModelReader(ByteBuffer in) {
        this.in = in;
    }

    /** Whether everything has been taken up. */
    boolean isAtEnd() {
        return !in.hasRemaining();
    }

    byte[] bytes() {
        var slice = next();
        var values = new byte[slice.remaining()];
        slice.get(values);
        return values;
    }

    String[] texts() {
        var texts = new String[Math.clamp(ints()[0], 0, in.remaining())];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(bytes(), StandardCharsets.UTF_8);
        }
        return texts;
    }

    double number() {
        return doubles()[0];
    }

    char[] chars() {
        var buffer = next().asCharBuffer();
        var values = new char[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    int[] ints() {
        var buffer = next().asIntBuffer();
        var values = new int[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    long[] longs() {
        var buffer = next().asLongBuffer();
        var values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    float[] floats() {
        var buffer = next().asFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    double[] doubles() {
        var buffer = next().asDoubleBuffer();
        var values = new double[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    BitSet bits() {
        return BitSet.valueOf(next());
    }

    private ByteBuffer next() {
        int size = in.getInt();
        var slice = in.slice(in.position(), size);
        in.position(in.position() + size);
        return slice;
    }
}
