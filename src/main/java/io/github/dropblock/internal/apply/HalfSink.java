package io.github.dropblock.internal.apply;

import java.nio.ShortBuffer;

/** Buffer of numbers in half precision. Each thread needs its own. */
final class HalfSink implements Sink {
  private final ShortBuffer buffer;
  private final HalfFormat format;
  private final short[] chunk;
  private float last;
  private short lastHalf;

  HalfSink(ShortBuffer buffer, HalfFormat format, int longestRun) {
    this.buffer = buffer;
    this.format = format;
    this.chunk = new short[longestRun];
  }

  @Override
  public void put(int place, float[] from, int at, int length) {
    if (!isOfOneScale(from, at, length)) {
      for (int i = 0; i < length; i++) {
        chunk[i] = half(from[at + i]);
      }
    }
    buffer.put(place, chunk, 0, length);
  }

  /** Writes the chunk as if each number was 0 or the last scale, and tells whether that is so. */
  private boolean isOfOneScale(float[] from, int at, int length) {
    int scale = Float.floatToRawIntBits(last);
    int half = lastHalf;
    int others = 0;
    for (int i = 0; i < length; i++) {
      int bits = Float.floatToRawIntBits(from[at + i]);
      int kept = (bits | -bits) >> 31;
      chunk[i] = (short) (half & kept);
      others |= (bits ^ scale) & kept;
    }
    return others == 0;
  }

  @Override
  public void putRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] from, int at) {
    int k = at;
    for (int i = first; i < end; i++) {
      int to = place + starts[i];
      if (distance == 1) {
        put(to, from, k, run);
        k += run;
      } else {
        for (int j = 0; j < run; j++) {
          buffer.put(to + j * distance, half(from[k++]));
        }
      }
    }
  }

  /** Converts a number. A mask has few scales, so most numbers are 0 or the one before. */
  private short half(float value) {
    if (value == 0) {
      return 0;
    }
    if (value != last) {
      last = value;
      lastHalf = format.nearestFinite(value);
    }
    return lastHalf;
  }
}
