package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.dropblock.AlphaDropout;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Arrays on another device get bits, which the engine expands there. The other device is pretended:
 * the same operations run on the CPU, and what is copied there is counted.
 */
class ExpandedFactorsTest extends EngineTest {
  private static final Device GPU = Device.gpu(0);
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();
  private static final Shape MAPS = new Shape(4, 6, 9, 7);

  /** Sizes that are no multiples of 8 too. */
  private static final List<Shape> SHAPES =
      List.of(
          MAPS,
          new Shape(4, 30),
          new Shape(3, 6, 19),
          new Shape(2, 6, 4, 5, 6),
          new Shape(1, 1, 3, 1));

  private static List<Regularizer> regularizers(int channels) {
    List<Regularizer> all = new ArrayList<>();
    for (MaskSharing sharing : MaskSharing.values()) {
      all.add(DropBlock.builder().keepProb(.7).blockSize(2).sharing(sharing).seed(6).build());
      all.add(SpatialDropout.of(.7, 2).withSharing(sharing));
    }
    all.add(Dropout.of(.7, 1));
    all.add(DropPath.of(.5, 3));
    all.add(DropPath.ofBatch(.5, 4));
    all.add(Cutout.of(2, 3, 5));
    for (Normalization normalization : Normalization.values()) {
      all.add(DROP_BLOCK.withNormalization(normalization));
      all.add(SpatialDropout.of(.7, 2).withNormalization(normalization));
    }
    float[] values = new float[channels];
    for (int c = 0; c < channels; c++) {
      values[c] = .3f * c - 1;
    }
    for (Fill fill :
        List.of(
            Fill.constant(-.3f),
            Fill.constant(2.1f, -.7f),
            Fill.perChannel(values),
            Fill.gaussian(0, 1))) {
      all.add(DROP_BLOCK.withFill(fill));
      all.add(DropPath.of(.5, 8).withFill(fill).withNormalization(Normalization.SAMPLE));
    }
    all.add(AlphaDropout.of(.7, 6));
    all.add(AlphaDropout.ofPlanes(.7, 6));
    return all;
  }

  /** Numbers of both signs: a 0 has the sign of the number that it took the place of. */
  private NDArray signed(Shape shape, DataType type) {
    NDArray numbers = numbers(shape);
    return numbers.mul(numbers.mul(1000).floor().mod(2).sub(.5)).toType(type, true);
  }

  /** What the array on the other device is in main memory. */
  private static NDArray back(NDArray y) {
    return y.toDevice(GPU, false);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT16", "FLOAT64"})
  void theBitsGiveWhatTheFloatsGive(DataType type) {
    for (Shape shape : SHAPES) {
      for (Regularizer regularizer : regularizers((int) shape.get(1))) {
        NDArray x = signed(shape, type);
        NDArray expected = train(DropBlockLayer.of(regularizer), x);
        NDArray actual = back(train(DropBlockLayer.of(regularizer), Pretended.on(GPU, x)));
        assertEquals(type, actual.getDataType());
        assertEquals(
            ByteBuffer.wrap(expected.toByteArray()),
            ByteBuffer.wrap(actual.toByteArray()),
            regularizer + " on " + shape);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT16", "FLOAT64"})
  void theGradientIsTheSameToo(DataType type) {
    for (Regularizer regularizer : regularizers((int) MAPS.get(1))) {
      byte[] expected = gradient(regularizer, signed(MAPS, type), false);
      byte[] actual = gradient(regularizer, signed(MAPS, type), true);
      assertArrayEquals(expected, actual, regularizer.toString());
    }
  }

  private byte[] gradient(Regularizer regularizer, NDArray x, boolean elsewhere) {
    DropBlockLayer layer = DropBlockLayer.of(regularizer);
    x.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray y = elsewhere ? back(train(layer, Pretended.on(GPU, x))) : train(layer, x);
      collector.backward(y.mul(y).sum());
    }
    return x.getGradient().toByteArray();
  }

  private long sent(Regularizer regularizer, Shape shape, DataType type) {
    AtomicLong sent = new AtomicLong();
    NDArray x = numbers(shape).toType(type, true);
    NDArray y = train(DropBlockLayer.of(regularizer), Pretended.on(GPU, x, sent));
    assertNotEquals(x, y.toDevice(GPU, false));
    return sent.get() - y.size() * type.getNumOfBytes();
  }

  /** One bit in place of each float, and one float for the scale. */
  @Test
  void aBitIsSentForEachElement() {
    Shape shape = new Shape(8, 16, 14, 14);
    long elements = shape.size();
    for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT16)) {
      assertEquals(elements / 8 + 4, sent(DROP_BLOCK, shape, type));
      assertEquals(elements / 8 + 4 * 2, sent(DROP_BLOCK.withFill(Fill.constant(1)), shape, type));
    }
    assertEquals(
        elements / 8 + 4 * 8 * 16,
        sent(DROP_BLOCK.withNormalization(Normalization.PLANE), shape, DataType.FLOAT32));
    assertEquals(
        elements / 8 + 4 + 4 * 16,
        sent(DROP_BLOCK.withFill(Fill.perChannel(new float[16])), shape, DataType.FLOAT32));
  }

  /** Bits that planes share are sent once. */
  @Test
  void sharedBitsAreSentOnce() {
    Shape shape = new Shape(8, 16, 14, 14);
    assertEquals(8 * 16 / 8 + 4, sent(SpatialDropout.of(.7, 2), shape, DataType.FLOAT32));
    assertEquals(1 + 4, sent(DropPath.of(.5, 3), shape, DataType.FLOAT32));
    Regularizer shared =
        DropBlock.builder().keepProb(.7).blockSize(3).sharing(MaskSharing.ALL).seed(1).build();
    assertEquals((14 * 14 + 7) / 8 + 4, sent(shared, shape, DataType.FLOAT32));
  }

  /** Noise is no function of the bits: it goes as a number for each element. */
  @Test
  void noiseIsSentWhole() {
    Shape shape = new Shape(8, 16, 14, 14);
    assertEquals(
        shape.size() / 8 + 4 + 4 * shape.size(),
        sent(DROP_BLOCK.withFill(Fill.gaussian(0, 1)), shape, DataType.FLOAT32));
  }

  /** The arrays of the expansion are closed, on the device too. */
  @Test
  void aPassLeavesItsOutputOnly() {
    NDArray x = numbers(MAPS);
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK.withFill(Fill.constant(1)));
    int before = manager.getManagedArrays().size();
    train(layer, Pretended.on(GPU, x));
    assertEquals(before + 1, manager.getManagedArrays().size());
  }
}
