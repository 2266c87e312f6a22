package org.packetwalk.export.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, counted: as a whole, and since the last value that was complete. */
final class MeteredStream extends FilterInputStream {

    private final long limit;
    private final long valueLimit;
    private long count;
    private long valueBegan;

    /** A stream of which {@code limit} bytes may be read, and {@code valueLimit} for one value. */
    MeteredStream(InputStream stream, long limit, long valueLimit) {
        super(stream);
        this.limit = limit;
        this.valueLimit = valueLimit;
    }

    /** A value is complete; another begins. */
    void nextValue() {
        valueBegan = count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws TooLarge {
        count += read;
        if (count > limit || count - valueBegan > valueLimit) {
            throw new TooLarge(count > limit ? limit : valueLimit);
        }
    }

    @Override
    public void close() {
        // the stream is the caller's
    }

    /** More bytes than a file or a value may have. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;

        private final long limit;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }
}
