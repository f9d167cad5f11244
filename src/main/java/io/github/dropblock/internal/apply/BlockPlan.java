package io.github.dropblock.internal.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Division of a tensor in memory into blocks whose bits fit a small array.
 *
 * <p>Two orders compete. The buffer is fastest along the axes whose elements are neighbors in
 * memory, and the mask's bits are fastest along its own innermost axis. In a channels-last tensor
 * these are different axes. A block is therefore a box with up to three parts:
 *
 * <ul>
 *   <li>{@code inner}: the axes on which the buffer's elements follow each other. This part is as
 *       long as possible, up to 1024 elements, since kernel calls and copies are slow on short
 *       runs.
 *   <li>{@code along}: the axis on which the mask's bits follow each other. It has up to 64
 *       elements next to an inner part, since bits are transposed in tiles of 64 x 64.
 *   <li>{@code outer}: further axes, where the other two parts are short.
 * </ul>
 *
 * <p>Within a block, {@code inner} is the fastest part and {@code outer} the slowest. The loops
 * over the blocks begin with the axis of the smallest stride, so that memory is visited in order.
 */
final class BlockPlan {
  /**
   * Largest number of elements of the inner part. Longer runs gain nothing, and the bits of 64 such
   * runs fill a quarter of the first-level cache.
   */
  private static final int INNER = 1024;

  /**
   * Largest number of elements of a block with a short inner part or none. A smaller block would
   * cut the run of a channel's planes, and a larger one gains nothing.
   */
  private static final int SMALL_BLOCK = 8192;

  /** Part of a block that an axis belongs to. */
  enum Part {
    INNER,
    ALONG,
    OUTER,
    NONE
  }

  /**
   * Axis along which blocks follow each other.
   *
   * @param step number of elements of a block along the axis
   * @param others number of elements that the faster axes of the same part give per step
   */
  record Loop(MemoryAxis axis, Part part, int step, int others) {
    int pieces() {
      return ceil(axis.extent(), step);
    }
  }

  private final List<Loop> loops = new ArrayList<>();
  private final int offset;
  private final MemoryAxis along;
  private final int alongStep;
  private final Offsets inner;
  private final Offsets outer;

  BlockPlan(int offset, List<MemoryAxis> axes) {
    this.offset = offset;
    this.along = axes.get(axes.size() - 1);
    List<MemoryAxis> rest = new ArrayList<>(axes);
    rest.sort(Comparator.comparingInt(MemoryAxis::place));
    int beforeAlong = rest.indexOf(along);
    List<MemoryAxis> faster = new ArrayList<>(rest.subList(0, beforeAlong));
    rest.remove(beforeAlong);
    this.inner = cut(Part.INNER, faster, INNER, rest);
    this.alongStep = step(along.extent(), inner.length() == 1 ? SMALL_BLOCK : Long.SIZE);
    if (alongStep < along.extent()) {
      loops.add(new Loop(along, Part.ALONG, alongStep, 1));
    }
    int more = loops.isEmpty() ? SMALL_BLOCK / (inner.length() * alongStep) : 1;
    this.outer = cut(Part.OUTER, List.copyOf(rest), more, rest);
    for (MemoryAxis axis : rest) {
      loops.add(new Loop(axis, Part.NONE, 1, 1));
    }
    loops.sort(Comparator.comparingInt(loop -> loop.axis().place()));
  }

  /** Takes axes for a part of the block and cuts the last one so that the part is short enough. */
  private Offsets cut(Part part, List<MemoryAxis> axes, int most, List<MemoryAxis> rest) {
    List<MemoryAxis> taken = new ArrayList<>();
    int length = 1;
    for (MemoryAxis axis : axes) {
      if (most / length < 2) {
        break;
      }
      int step = step(axis.extent(), most / length);
      taken.add(axis.withExtent(step));
      rest.remove(axis);
      if (step < axis.extent()) {
        loops.add(new Loop(axis, part, step, length));
        break;
      }
      length *= step;
    }
    return Offsets.of(taken);
  }

  /**
   * Returns the length of a piece if an axis is cut into as few pieces as possible, all nearly
   * equal.
   */
  private static int step(int extent, int most) {
    return ceil(extent, ceil(extent, most));
  }

  /** Divides a positive number and rounds up, without an overflow near 2^31. */
  private static int ceil(int number, int divisor) {
    return (number - 1) / divisor + 1;
  }

  int offset() {
    return offset;
  }

  List<Loop> loops() {
    return loops;
  }

  MemoryAxis along() {
    return along;
  }

  int alongStep() {
    return alongStep;
  }

  Offsets inner() {
    return inner;
  }

  Offsets outer() {
    return outer;
  }

  /** Returns the number of blocks. */
  int blocks() {
    int blocks = 1;
    for (Loop loop : loops) {
      blocks *= loop.pieces();
    }
    return blocks;
  }

  /** Returns the number of elements of the largest block. */
  int largest() {
    return inner.length() * alongStep * outer.length();
  }

  /** Tells whether all elements of a block have the same scale, for each block. */
  boolean hasOneScale() {
    return inner.hasOneScale() && outer.hasOneScale() && (along.scale() == 0 || alongStep == 1);
  }
}
