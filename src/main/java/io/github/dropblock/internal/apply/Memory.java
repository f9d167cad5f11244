package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.DirectFloats;
import java.nio.FloatBuffer;

/** Numbers in memory that are read and written at absolute indices. */
interface Memory extends Sink {
  /**
   * Reads a run of consecutive numbers.
   *
   * <p>Modified: {@code to}.
   */
  void get(int place, float[] to, int at, int length);

  /**
   * Reads numbers at a fixed distance from each other, in a row of runs.
   *
   * <p>Modified: {@code to}.
   *
   * @param starts the distance of each run from {@code place}
   * @param first the first run to read
   * @param end the run behind the last one
   * @param run number of elements of a run
   */
  void getRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] to, int at);

  /** Returns the same memory as vectors reach it without a copy, or null if they do not. */
  default DirectFloats direct() {
    return null;
  }

  /** Returns the memory of a buffer. Its indices are those of the buffer. */
  static Memory of(FloatBuffer buffer) {
    if (buffer.hasArray()) {
      return new ArrayMemory(buffer.array(), buffer.arrayOffset());
    }
    return new BufferMemory(buffer, DirectFloats.of(buffer));
  }
}
