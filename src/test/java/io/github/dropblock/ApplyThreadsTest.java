package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.CountingPool;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each way to share bits, normalize and fill, on a tensor that three threads share. */
class ApplyThreadsTest {
  /** Parts of it end within planes, and planes within words. */
  private static final Shape SHAPE = Shape.nchw(5, 7, 211, 223);

  @Test
  void threadsDoNotChangeAnOutput() {
    ForkJoinPool pool = new ForkJoinPool(3);
    List<MaskSetup> setups = new ArrayList<>(MaskSetup.inTurn(MaskSetup.ofEachKind(.6, 9), SHAPE));
    for (Normalization normalization : Normalization.values()) {
      setups.add(MaskSetup.of(DropBlock.of(.6, 9, 1), SHAPE).with(normalization));
    }
    for (MaskSetup setup : setups) {
      Tensor x = Tensor.full(SHAPE, 1.25f);
      DropMask together = setup.with(Threads.of(pool)).mask();
      DropMask alone = setup.with(Threads.none()).mask();
      assertEquals(alone.keptCount(), together.keptCount());
      assertEquals(alone.apply(x), together.apply(x));
      assertEquals(alone.apply(x), together.applyInPlace(x.copy()));
    }
    pool.shutdown();
  }

  /** What buffers of each kind hold after each of their passes. */
  private static List<float[]> passes(DropMask mask) {
    Strides strides = new Strides(1, 1, 5, 0, 35, 35 * 211);
    List<Consumer<FloatBuffer>> passes =
        List.of(
            x -> mask.applyInPlace(first(x)),
            x -> mask.writeMultipliers(first(x)),
            x -> mask.writeFill(first(x)),
            x -> mask.select(first(x), first(x), first(x)),
            x -> mask.applyInPlace(x, strides),
            x -> mask.backwardInPlace(x, strides),
            x -> mask.writeMultipliers(x, strides),
            x -> mask.writeFill(x, strides),
            x -> mask.select(x, FloatBuffer.allocate(x.capacity()), x, strides));
    List<float[]> results = new ArrayList<>();
    for (Consumer<FloatBuffer> pass : passes) {
      float[] data = new float[SHAPE.size() + 1];
      for (int i = 0; i < data.length; i++) {
        data[i] = i % 1000;
      }
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        FloatBuffer direct =
            ByteBuffer.allocateDirect(4 * data.length).order(order).asFloatBuffer().put(0, data);
        pass.accept(direct);
        results.add(new float[data.length]);
        direct.get(0, results.get(results.size() - 1));
      }
      pass.accept(FloatBuffer.wrap(data));
      results.add(data);
    }
    results.add(mask.toTensor().data());
    Tensor ones = Tensor.full(SHAPE, 1);
    results.add(mask.select(ones, Tensor.zeros(SHAPE), ones).data());
    results.add(halves(out -> mask.writeMultipliers(first(out), HalfPrecision.BFLOAT16)));
    results.add(halves(out -> mask.writeMultipliers(out, strides, HalfPrecision.BINARY16)));
    return results;
  }

  private static FloatBuffer first(FloatBuffer x) {
    return x.duplicate().limit(SHAPE.size());
  }

  private static ShortBuffer first(ShortBuffer x) {
    return x.duplicate().limit(SHAPE.size());
  }

  private static float[] halves(Consumer<ShortBuffer> pass) {
    short[] halves = new short[SHAPE.size() + 1];
    pass.accept(ShortBuffer.wrap(halves));
    float[] result = new float[halves.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = halves[i];
    }
    return result;
  }

  /** One pass after the other: each asks for two helpers, and comes to what one thread does. */
  @Test
  void buffersAreShared() {
    CountingPool pool = new CountingPool(3);
    for (MaskSetup each : MaskSetup.inTurn(MaskSetup.ofEachGranularity(.6, 9), SHAPE)) {
      MaskSetup setup = each.with(Fill.constant(-3));
      DropMask together = setup.with(Threads.of(pool)).mask();
      pool.reset();
      List<float[]> actual = passes(together);
      assertEquals(2 * actual.size(), pool.asked());
      List<float[]> expected = passes(setup.with(Threads.none()).mask());
      for (int i = 0; i < expected.size(); i++) {
        assertArrayEquals(expected.get(i), actual.get(i));
      }
    }
    pool.shutdown();
  }

  /** Without a change, buffers are copied. */
  @Test
  void copiesAreShared() {
    CountingPool pool = new CountingPool(3);
    DropMask mask = Dropout.of(1, 1).withThreads(Threads.of(pool)).sample(SHAPE, 0);
    float[] data = MaskSetup.of(Dropout.of(1, 1), SHAPE).input().data();
    float[] out = new float[data.length];
    pool.reset();
    mask.apply(FloatBuffer.wrap(data), FloatBuffer.wrap(out));
    assertEquals(2, pool.asked());
    assertArrayEquals(data, out);
    pool.shutdown();
  }

  @Test
  void threadsDoNotChangeNoise() {
    ForkJoinPool pool = new ForkJoinPool(3);
    MaskSetup setup =
        MaskSetup.of(DropBlock.builder().keepProb(.8).seed(1).build(), SHAPE)
            .with(Normalization.PLANE)
            .with(Fill.gaussian(1, 2));
    Tensor x = setup.input();
    DropMask together = setup.with(Threads.of(pool)).mask();
    float[] expected = setup.with(Threads.none()).oracle().apply(x.data());
    assertArrayEquals(expected, together.apply(x).data());
    pool.shutdown();
  }
}
