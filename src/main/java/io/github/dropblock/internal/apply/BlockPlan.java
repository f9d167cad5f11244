package io.github.dropblock.internal.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A tensor in a buffer, cut into blocks that are copied to a small array, masked there, and copied
 * back.
 *
 * <p>A block is as long as possible along the axes on which the buffer's elements follow each other
 * ({@code inner}), since short copies are slow. It is also up to 64 elements long on the axis on
 * which the mask's bits follow each other ({@code along}), since the bits of 64 x 64 elements are
 * fetched and transposed at a time. Blocks of short axes take in some more ({@code outer}). The
 * block's elements are ordered so: inner is fastest, outer is slowest.
 */
final class BlockPlan {
  /** Elements of the inner part: copies of more gain nothing. */
  private static final int INNER = 256;

  /** Elements of a block with a short inner or no inner part: it stays in the first cache. */
  private static final int SMALL_BLOCK = 2048;

  /** The parts of a block that an axis may be cut for. */
  enum Part {
    INNER,
    ALONG,
    OUTER,
    NONE
  }

  /**
   * An axis on which blocks follow each other.
   *
   * @param step elements of a block along it
   * @param others elements of the part that are ahead of each step
   */
  record Loop(MemoryAxis axis, Part part, int step, int others) {
    int pieces() {
      return (axis.extent() + step - 1) / step;
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

  /** Takes axes for a part of the block, and cuts the last one so that the part is short enough. */
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

  /** Returns the length of the fewest pieces, as equal as can be. */
  private static int step(int extent, int most) {
    int pieces = (extent + most - 1) / most;
    return (extent + pieces - 1) / pieces;
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

  /** Returns how many blocks there are. */
  int blocks() {
    int blocks = 1;
    for (Loop loop : loops) {
      blocks *= loop.pieces();
    }
    return blocks;
  }

  /** Returns how many elements the largest block has. */
  int largest() {
    return inner.length() * alongStep * outer.length();
  }

  /** Tells whether each block has one factor. */
  boolean hasOneScale() {
    return inner.hasOneScale() && outer.hasOneScale() && (along.scale() == 0 || alongStep == 1);
  }
}
