package io.github.dropblock.benchmarks.plan;

import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/**
 * One thing to measure.
 *
 * @param work what a call does
 * @param shape N,C,H,W
 * @param setting of the regularizer; a limit does not depend on it
 * @param threads that the library may use
 */
public record Row(Work work, String shape, Setting setting, int threads) {
  /** Creates a row of one thread. */
  public Row(Work work, String shape, Setting setting) {
    this(work, shape, setting, 1);
  }

  /** Returns the same row with other work. */
  public Row with(Work other) {
    return new Row(other, shape, setting, threads);
  }

  /** Returns the same row with another number of threads. */
  public Row withThreads(int count) {
    return new Row(work, shape, setting, count);
  }

  /** Returns the number of elements of the tensor. */
  public int size() {
    return parse(shape).size();
  }

  /** Returns the shape that a text stands for. */
  public static Shape parse(String text) {
    int[] sizes = Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    return Shape.nchw(sizes[0], sizes[1], sizes[2], sizes[3]);
  }
}
