package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.DirectFloats;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;

/**
 * One thread's loops over consecutive elements in memory of any kind.
 *
 * <p>Kernels work on arrays. So where memory lies in an array, they work on that. Where vectors
 * reach both memories directly, they do. All else goes through a small array that stays in the
 * first-level cache: bulk copies run at memory speed on every JDK and convert the byte order, and
 * access by element is slower.
 */
final class MemoryPass {
  /**
   * First element of a chunk: an array's header takes the space of four floats, and what follows
   * begins a cache line if the array does.
   */
  static final int FIRST = 12;

  private final Kernels kernels = KernelSelector.kernels();
  private final float[] chunk;
  private final float[] second;

  private MemoryPass(float[] chunk, float[] second) {
    this.chunk = chunk;
    this.second = second;
  }

  /** Creates a pass for the calling thread, or for one of several that share a tensor. */
  static MemoryPass of(MaskState state) {
    return new MemoryPass(WorkArrays.chunk(state.isForOneThread(), 0), null);
  }

  /** Creates the same for {@link #select}. */
  static MemoryPass ofTwo(MaskState state) {
    boolean isOfThread = state.isForOneThread();
    return new MemoryPass(WorkArrays.chunk(isOfThread, 0), WorkArrays.chunk(isOfThread, 1));
  }

  /** Returns the small array, whose first {@link #FIRST} elements are not used. */
  float[] chunk() {
    return chunk;
  }

  /** Returns a second small array; null if the pass is not for two. */
  float[] second() {
    return second;
  }

  /**
   * Applies a mask: {@code out[i] = dropped ? +0.0 : in[i] * scale}. Both memories may be the same.
   *
   * @param firstBit the bit of the run's first element
   */
  void apply(
      Memory in,
      int from,
      Memory out,
      int to,
      int length,
      long[] dropped,
      int firstBit,
      float scale) {
    DirectFloats source = in.direct();
    DirectFloats target = out.direct();
    if (source != null && target != null) {
      DirectFloats.applyMask(source, from, target, to, length, dropped, firstBit, scale);
      return;
    }
    int most = in.array() != null && out.array() != null ? length : Kernels.CHUNK;
    for (int i = 0, part; i < length; i += part) {
      part = Math.min(most, length - i);
      applyPart(in, from + i, out, to + i, part, dropped, firstBit + i, scale);
    }
  }

  private void applyPart(
      Memory in,
      int from,
      Memory out,
      int to,
      int length,
      long[] dropped,
      int firstBit,
      float scale) {
    float[] source = read(in, from, chunk, length);
    float[] target = out.array() == null ? chunk : out.array();
    int sourceAt = source == chunk ? FIRST : in.index(from);
    int targetAt = target == chunk ? FIRST : out.index(to);
    kernels.applyMask(source, sourceAt, target, targetAt, length, dropped, firstBit, scale);
    if (target == chunk) {
      out.put(to, chunk, FIRST, length);
    }
  }

  /** Writes the multipliers: {@code out[i] = dropped ? +0.0 : scale}. */
  void writeMultipliers(Sink out, int to, int length, long[] dropped, int firstBit, float scale) {
    if (out.array() != null) {
      kernels.writeMultipliers(out.array(), out.index(to), length, dropped, firstBit, scale);
      return;
    }
    for (int i = 0, part; i < length; i += part) {
      part = Math.min(Kernels.CHUNK, length - i);
      kernels.writeMultipliers(chunk, FIRST, part, dropped, firstBit + i, scale);
      out.put(to + i, chunk, FIRST, part);
    }
  }

  /** Copies from two memories, bit for bit: {@code out[i] = dropped ? b[i] : a[i]}. */
  void select(
      Memory a,
      int fromA,
      Memory b,
      int fromB,
      Memory out,
      int to,
      int length,
      long[] dropped,
      int firstBit) {
    boolean arrays = a.array() != null && b.array() != null && out.array() != null;
    int most = arrays ? length : Kernels.CHUNK;
    for (int i = 0, part; i < length; i += part) {
      part = Math.min(most, length - i);
      selectPart(a, fromA + i, b, fromB + i, out, to + i, part, dropped, firstBit + i);
    }
  }

  private void selectPart(
      Memory a,
      int fromA,
      Memory b,
      int fromB,
      Memory out,
      int to,
      int length,
      long[] dropped,
      int firstBit) {
    float[] kept = read(a, fromA, chunk, length);
    float[] other = read(b, fromB, second, length);
    float[] target = out.array() == null ? chunk : out.array();
    int keptAt = kept == chunk ? FIRST : a.index(fromA);
    int otherAt = other == second ? FIRST : b.index(fromB);
    int targetAt = target == chunk ? FIRST : out.index(to);
    kernels.select(kept, keptAt, other, otherAt, target, targetAt, length, dropped, firstBit);
    if (target == chunk) {
      out.put(to, chunk, FIRST, length);
    }
  }

  /** Returns the memory's own array, or another after the numbers were copied to it. */
  private static float[] read(Memory in, int from, float[] copy, int length) {
    float[] array = in.array();
    if (array != null) {
      return array;
    }
    in.get(from, copy, FIRST, length);
    return copy;
  }
}
