package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Tensors that lie in a buffer in any order, against the elementwise oracle, bit for bit. */
class StridesProperties extends MaskSetups {
  private static final float GUARD = 12345f;

  /** The elements' places for axes (0 to 4: N, C, D, H, W) from the outermost to the innermost. */
  private static Strides strides(Shape shape, List<Integer> axes, int offset, int gap) {
    int[] extents = {shape.n(), shape.c(), shape.d(), shape.h(), shape.w()};
    int[] strides = new int[5];
    int next = 1;
    for (int i = 4; i >= 0; i--) {
      strides[axes.get(i)] = next;
      // With a gap the tensor is a view of a larger one.
      next *= extents[axes.get(i)] + gap;
    }
    return new Strides(offset, strides[0], strides[1], strides[2], strides[3], strides[4]);
  }

  /** Where each element lies, in the elements' order. */
  private static int[] places(Shape s, Strides strides) {
    int[] places = new int[s.size()];
    int i = 0;
    for (int n = 0; n < s.n(); n++) {
      for (int c = 0; c < s.c(); c++) {
        for (int d = 0; d < s.d(); d++) {
          for (int h = 0; h < s.h(); h++) {
            for (int w = 0; w < s.w(); w++) {
              places[i++] =
                  strides.offset()
                      + n * strides.n()
                      + c * strides.c()
                      + d * strides.d()
                      + h * strides.h()
                      + w * strides.w();
            }
          }
        }
      }
    }
    return places;
  }

  /** The buffer ends with the last element; its position does not matter. */
  private static void assertStrided(MaskSetup setup, Strides strides, ByteOrder direct) {
    assertStrided(setup.mask(), setup.oracle(), setup.input().data(), strides, direct);
  }

  private static void assertStrided(
      DropMask mask, ElementwiseOracle oracle, float[] x, Strides strides, ByteOrder direct) {
    int[] places = places(mask.shape(), strides);
    int length = Arrays.stream(places).max().orElse(-1) + 1;
    FloatBuffer forward = scattered(x, places, length, direct);
    mask.applyInPlace(forward, strides);
    assertPlaces(oracle.apply(x), places, forward);
    FloatBuffer backward = scattered(x, places, length, direct);
    mask.backward(backward, strides);
    assertPlaces(oracle.backward(x), places, backward);
  }

  private static FloatBuffer scattered(float[] x, int[] places, int length, ByteOrder direct) {
    FloatBuffer buffer =
        direct == null
            ? FloatBuffer.allocate(length + 3)
            : ByteBuffer.allocateDirect(4 * length + 12).order(direct).asFloatBuffer();
    for (int i = 0; i < buffer.capacity(); i++) {
      buffer.put(i, GUARD);
    }
    for (int i = 0; i < x.length; i++) {
      buffer.put(places[i], x[i]);
    }
    return buffer.position(length / 2).limit(length);
  }

  private static void assertPlaces(float[] expected, int[] places, FloatBuffer buffer) {
    assertEquals(buffer.capacity() - 3, buffer.limit());
    assertEquals(buffer.limit() / 2, buffer.position());
    buffer.clear();
    float[] all = new float[buffer.capacity()];
    Arrays.fill(all, GUARD);
    for (int i = 0; i < expected.length; i++) {
      all[places[i]] = expected[i];
    }
    float[] actual = new float[buffer.capacity()];
    buffer.get(actual);
    assertArrayEquals(all, actual);
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
    assertStrided(setup, strides(shape, swapped, offset, 0), ByteOrder.BIG_ENDIAN);
    assertStrided(setup, strides(shape, axes(0, 2, 3, 4, 1), offset, 0), null);
  }

  /** Row-major with longer rows, planes and samples, and any order of any axes with gaps. */
  @Tag("kernels")
  @Property(tries = 100)
  void views(@ForAll("setups") MaskSetup setup, @ForAll long seed) {
    if (setup.shape().size() < 4000) {
      List<Integer> axes = axes(0, 1, 2, 3, 4);
      assertStrided(setup, strides(setup.shape(), axes, 2, 1), null);
      Collections.shuffle(axes, new Random(seed));
      assertStrided(setup, strides(setup.shape(), axes, 1, 1), ByteOrder.LITTLE_ENDIAN);
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

  /** Channels of more than a word, in planes of more than a tile. */
  @Example
  void everyPermutationOfManyChannels() {
    for (Regularizer regularizer : MaskSetup.ofEachGranularity(.7, 3)) {
      assertPermuted(MaskSetup.of(regularizer, Shape.ncw(2, 67, 65)).with(Normalization.PLANE), 3);
    }
  }

  private static void assertPermuted(MaskSetup setup, int rank) {
    List<Integer> axes = rank == 5 ? axes(0, 1, 2, 3, 4) : axes(0, 1, 4, 2, 3);
    DropMask mask = setup.mask();
    ElementwiseOracle oracle = setup.oracle();
    float[] x = setup.input().data();
    permute(
        axes,
        0,
        rank,
        () -> assertStrided(mask, oracle, x, strides(setup.shape(), axes, 0, 0), null));
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

  @Example
  void namedOrders() {
    Shape shape = Shape.ncdhw(2, 3, 4, 5, 6);
    assertEquals(new Strides(0, 360, 120, 30, 6, 1), Strides.rowMajor(shape));
    assertEquals(new Strides(0, 360, 1, 90, 18, 3), Strides.channelsLast(shape));
    assertEquals(new Strides(0, 60, 1, 60, 15, 3), Strides.channelsLast(Shape.nchw(2, 3, 4, 5)));
    assertEquals(new Strides(0, 12, 4, 4, 4, 1), Strides.rowMajor(Shape.ncw(2, 3, 4)));
  }
}
