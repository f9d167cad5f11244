package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Tensors that lie in a buffer in any order, against the elementwise oracle, bit for bit. */
class StridesProperties extends MaskSetups {
  /** An array, and memory outside the heap of both byte orders. */
  private static final List<ByteOrder> KINDS =
      Arrays.asList(null, ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

  private static void assertStrided(MaskSetup setup, Strides strides, ByteOrder direct) {
    assertStrided(setup.mask(), setup.oracle(), setup.input().data(), strides, direct);
  }

  private static void assertStrided(
      DropMask mask, ElementwiseOracle oracle, float[] x, Strides strides, ByteOrder direct) {
    StridedMemory memory = new StridedMemory(mask.shape(), strides, direct);
    FloatBuffer forward = memory.scattered(x);
    mask.applyInPlace(forward, strides);
    memory.assertHolds(oracle.apply(x), forward);
    FloatBuffer backward = memory.scattered(x);
    mask.backwardInPlace(backward, strides);
    memory.assertHolds(oracle.backward(x), backward);
    FloatBuffer multipliers = memory.scattered(x);
    mask.writeMultipliers(multipliers, strides);
    memory.assertHolds(oracle.multipliers(), multipliers);
    FloatBuffer fills = memory.scattered(x);
    mask.writeFill(fills, strides);
    memory.assertHolds(oracle.fills(), fills);
  }

  private static List<Integer> axes(Integer... axes) {
    return Arrays.asList(axes);
  }

  @Tag("kernels")
  @Property(tries = 100)
  void ordersOfEngines(@ForAll("setups") MaskSetup setup, @ForAll @IntRange(max = 3) int offset) {
    Shape shape = setup.shape();
    assertStrided(setup, Strides.rowMajor(shape), null);
    assertStrided(setup, Strides.channelsLast(shape), ByteOrder.LITTLE_ENDIAN);
    List<Integer> swapped = axes(1, 0, 2, 3, 4);
    assertStrided(setup, StridedMemory.strides(shape, swapped, offset, 0), ByteOrder.BIG_ENDIAN);
    assertStrided(setup, StridedMemory.strides(shape, axes(0, 2, 3, 4, 1), offset, 0), null);
  }

  /** Row-major with longer rows, planes and samples, and any order of any axes with gaps. */
  @Tag("kernels")
  @Property(tries = 100)
  void views(@ForAll("setups") MaskSetup setup, @ForAll long seed) {
    if (setup.shape().size() < 4000) {
      List<Integer> axes = axes(0, 1, 2, 3, 4);
      assertStrided(setup, StridedMemory.strides(setup.shape(), axes, 2, 1), null);
      Collections.shuffle(axes, new Random(seed));
      assertStrided(
          setup, StridedMemory.strides(setup.shape(), axes, 1, 1), ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Samples, or planes of the mask's order, with room between them. */
  @Tag("kernels")
  @Property(tries = 100)
  void samplesAndPlanesApart(
      @ForAll("setups") MaskSetup setup, @ForAll @IntRange(max = 2) int gap) {
    Shape shape = setup.shape();
    Strides dense = Strides.rowMajor(shape);
    int c = dense.c() + gap;
    assertStrided(setup, new Strides(1, c * shape.c(), c, dense.d(), dense.h(), dense.w()), null);
    int n = dense.n() + gap;
    assertStrided(
        setup, new Strides(0, n, dense.c(), dense.d(), dense.h(), dense.w()), ByteOrder.BIG_ENDIAN);
  }

  /** All 120 orders of five axes, for each way to share bits and each normalization. */
  @Example
  void everyPermutation() {
    for (Regularizer regularizer : MaskSetup.ofEachGranularity(.6, 2)) {
      for (Normalization normalization : Normalization.values()) {
        MaskSetup setup = MaskSetup.of(regularizer, Shape.ncdhw(2, 3, 2, 3, 2)).with(normalization);
        assertPermuted(setup.with(Fill.gaussian(0, 1)), 5);
      }
    }
  }

  /** Channels of more than a word, in planes of more than a tile, with few or many bits set. */
  @Example
  void everyPermutationOfManyChannels() {
    for (double keepProb : new double[] {.7, .99}) {
      for (Regularizer regularizer : MaskSetup.ofEachGranularity(keepProb, 3)) {
        MaskSetup setup = MaskSetup.of(regularizer, Shape.ncw(2, 67, 65));
        assertPermuted(setup.with(Normalization.PLANE), 3);
        assertPermuted(setup, 3);
      }
    }
  }

  /** Each permutation, with and without gaps, in one kind of memory after another. */
  private static void assertPermuted(MaskSetup setup, int rank) {
    // What is not permuted has extent 1.
    List<Integer> axes = rank == 3 ? axes(0, 1, 4, 2, 3) : axes(0, 1, 3, 4, 2);
    DropMask mask = setup.mask();
    ElementwiseOracle oracle = setup.oracle();
    float[] x = setup.input().data();
    AtomicInteger kind = new AtomicInteger(setup.hashCode());
    permute(
        axes,
        0,
        rank,
        () -> {
          for (int gap = 0; gap < 2; gap++) {
            Strides strides = StridedMemory.strides(setup.shape(), axes, 0, gap);
            ByteOrder direct = KINDS.get(Math.floorMod(kind.getAndAdd(2 - gap), KINDS.size()));
            assertStrided(mask, oracle, x, strides, direct);
          }
        });
  }

  private static void permute(List<Integer> axes, int from, int to, Runnable action) {
    if (from == to) {
      action.run();
      return;
    }
    for (int i = from; i < to; i++) {
      Collections.swap(axes, from, i);
      permute(axes, from + 1, to, action);
      Collections.swap(axes, from, i);
    }
  }

  /** Blocks that are cut along each of their parts, and short axes of which many fit a block. */
  @Example
  void everyPermutationOfAxesLongerThanABlock() {
    List<Regularizer> all = MaskSetup.ofEachGranularity(.7, 3);
    for (Shape shape : List.of(Shape.nchw(1, 1026, 2, 67), Shape.nchw(130, 3, 70, 2))) {
      for (Regularizer regularizer : List.of(all.get(0), all.get(1), all.get(5))) {
        MaskSetup setup = MaskSetup.of(regularizer, shape).with(Normalization.PLANE);
        assertPermuted(setup.with(Fill.constant(3)), 4);
      }
    }
  }

  /** Dense layers, and gaps after each axis, whichever is fastest. */
  @Example
  void everyPermutationOfOtherRanks() {
    for (Shape shape : List.of(Shape.nc(70, 67), Shape.nc(3, 1), Shape.nchw(1, 1, 9, 14))) {
      for (Regularizer regularizer : MaskSetup.ofEachGranularity(.7, 3)) {
        MaskSetup setup = MaskSetup.of(regularizer, shape).with(Normalization.SAMPLE);
        assertPermuted(setup.with(Fill.gaussian(2, 1)), 4);
      }
    }
  }

  /** The stride of an axis of extent 1 does not matter. */
  @Property(tries = 50)
  void extentsOfOne(@ForAll @IntRange(max = 100) int any) {
    Shape shape = Shape.ncdhw(1, 5, 1, 7, 1);
    for (Regularizer regularizer : MaskSetup.ofEachGranularity(.5, 3)) {
      MaskSetup setup = MaskSetup.of(regularizer, shape).with(Normalization.SAMPLE);
      assertStrided(setup, new Strides(1, any, 7, any, 1, any), null);
      assertStrided(setup, new Strides(0, any, 1, any, 5, any), null);
      assertStrided(setup, new Strides(0, any, 2, any, 11, any), null);
    }
  }

  /**
   * Each kind of memory in each order of engines, for planes that are runs and for large tensors.
   */
  @Tag("kernels")
  @Example
  void eachKindOfMemoryInEachOrder() {
    for (Shape shape : List.of(Shape.nchw(5, 64, 7, 7), Shape.nchw(3, 70, 14, 14))) {
      for (MaskSetup setup : MaskSetup.inTurn(MaskSetup.ofEachGranularity(.8, 3), shape)) {
        for (ByteOrder direct : KINDS) {
          assertStrided(setup, Strides.rowMajor(shape), direct);
          assertStrided(setup, Strides.channelsLast(shape), direct);
          assertStrided(setup, StridedMemory.strides(shape, axes(1, 0, 2, 3, 4), 3, 0), direct);
          assertStrided(setup, StridedMemory.strides(shape, axes(0, 1, 2, 4, 3), 1, 0), direct);
          assertStrided(setup, StridedMemory.strides(shape, axes(0, 1, 2, 3, 4), 0, 1), direct);
        }
      }
    }
  }

  @Example
  void namedOrders() {
    Shape shape = Shape.ncdhw(2, 3, 4, 5, 6);
    assertEquals(new Strides(0, 360, 120, 30, 6, 1), Strides.rowMajor(shape));
    assertEquals(new Strides(0, 360, 1, 90, 18, 3), Strides.channelsLast(shape));
    assertEquals(new Strides(0, 60, 1, 60, 15, 3), Strides.channelsLast(Shape.nchw(2, 3, 4, 5)));
    assertEquals(new Strides(0, 12, 4, 4, 4, 1), Strides.rowMajor(Shape.ncw(2, 3, 4)));
  }
}
