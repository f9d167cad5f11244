package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.DirectFloats;
import java.nio.FloatBuffer;

/**
 * Numbers in a buffer whose array is not accessible.
 *
 * @param direct the same numbers as vectors reach them; null if they do not
 */
record BufferMemory(FloatBuffer buffer, DirectFloats direct) implements Memory {
  /** Number of elements from which a bulk copy is faster than access by element. */
  private static final int SHORTEST_BULK = 12;

  @Override
  public void get(int place, float[] to, int at, int length) {
    buffer.get(place, to, at, length);
  }

  @Override
  public void put(int place, float[] from, int at, int length) {
    buffer.put(place, from, at, length);
  }

  @Override
  public void getRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] to, int at) {
    if (run == 1) {
      getEach(place, starts, first, end, to, at);
      return;
    }
    FloatBuffer source = buffer;
    boolean bulk = distance == 1 && run >= SHORTEST_BULK;
    int k = at;
    for (int i = first; i < end; i++) {
      int from = place + starts[i];
      if (bulk) {
        source.get(from, to, k, run);
        k += run;
      } else {
        for (int j = 0; j < run; j++) {
          to[k++] = source.get(from + j * distance);
        }
      }
    }
  }

  @Override
  public void putRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] from, int at) {
    if (run == 1) {
      putEach(place, starts, first, end, from, at);
      return;
    }
    FloatBuffer target = buffer;
    boolean bulk = distance == 1 && run >= SHORTEST_BULK;
    int k = at;
    for (int i = first; i < end; i++) {
      int to = place + starts[i];
      if (bulk) {
        target.put(to, from, k, run);
        k += run;
      } else {
        for (int j = 0; j < run; j++) {
          target.put(to + j * distance, from[k++]);
        }
      }
    }
  }

  private void getEach(int place, int[] starts, int first, int end, float[] to, int at) {
    FloatBuffer source = buffer;
    for (int i = first; i < end; i++) {
      to[at + i - first] = source.get(place + starts[i]);
    }
  }

  private void putEach(int place, int[] starts, int first, int end, float[] from, int at) {
    FloatBuffer target = buffer;
    for (int i = first; i < end; i++) {
      target.put(place + starts[i], from[at + i - first]);
    }
  }
}
