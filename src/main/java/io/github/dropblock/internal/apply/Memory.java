package io.github.dropblock.internal.apply;

import java.nio.FloatBuffer;

/** Numbers that are read and written at absolute indices. */
interface Memory extends Sink {
  /** Reads a run. Modified: {@code to}. */
  void get(int place, float[] to, int at, int length);

  /** Reads one number. */
  float get(int place);

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
    public float get(int place) {
      return buffer.get(place);
    }

    @Override
    public void put(int place, float value) {
      buffer.put(place, value);
    }
  }
}
