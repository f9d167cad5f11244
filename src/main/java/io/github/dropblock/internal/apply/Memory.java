package io.github.dropblock.internal.apply;

import java.nio.FloatBuffer;

/** Array of numbers that are read and written at absolute indices. */
interface Memory extends Sink {
  /**
   * Reads a run of consecutive numbers.
   *
   * <p>Modified: {@code to}.
   */
  void get(int place, float[] to, int at, int length);

  /**
   * Reads numbers at a fixed distance from each other.
   *
   * <p>Modified: {@code to}.
   */
  void getApart(int place, int distance, float[] to, int at, int length);

  /** A buffer of floats. */
  record Floats(FloatBuffer buffer) implements Memory {
    @Override
    public void get(int place, float[] to, int at, int length) {
      buffer.get(place, to, at, length);
    }

    @Override
    public void put(int place, float[] from, int at, int length) {
      buffer.put(place, from, at, length);
    }

    @Override
    public void getApart(int place, int distance, float[] to, int at, int length) {
      FloatBuffer source = buffer;
      for (int i = 0; i < length; i++) {
        to[at + i] = source.get(place + i * distance);
      }
    }

    @Override
    public void putApart(int place, int distance, float[] from, int at, int length) {
      FloatBuffer target = buffer;
      for (int i = 0; i < length; i++) {
        target.put(place + i * distance, from[at + i]);
      }
    }
  }
}
