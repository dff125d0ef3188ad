package io.renhua.nlu;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** A model's numbers, one after another as bytes. {@link ModelReader} takes them up in the same order. */
final class ModelWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    byte[] written() {
        return bytes.toByteArray();
    }

    ModelWriter bytes(byte[] values) {
        try {
            out.writeInt(values.length);
            out.write(values);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    ModelWriter texts(String[] values) {
        ints(new int[] {values.length});
        for (var value : values) {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    ModelWriter number(double value) {
        return doubles(new double[] {value});
    }

    ModelWriter chars(char[] values) {
        var buffer = ByteBuffer.allocate(values.length * Character.BYTES);
        buffer.asCharBuffer().put(values);
        return bytes(buffer.array());
    }

    ModelWriter ints(int[] values) {
        var buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        buffer.asIntBuffer().put(values);
        return bytes(buffer.array());
    }

    ModelWriter longs(long[] values) {
        var buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        buffer.asLongBuffer().put(values);
        return bytes(buffer.array());
    }

    ModelWriter floats(float[] values) {
        var buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return bytes(buffer.array());
    }

    ModelWriter doubles(double[] values) {
        var buffer = ByteBuffer.allocate(values.length * Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        return bytes(buffer.array());
    }

    ModelWriter bits(BitSet values) {
        return bytes(values.toByteArray());
    }
}
