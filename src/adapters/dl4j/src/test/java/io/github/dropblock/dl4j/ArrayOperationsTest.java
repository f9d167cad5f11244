package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Passes by the engine's array operations, as on a GPU, have each bit of those in main memory. The
 * build runs this and other tests of bits a second time with that path in all passes.
 */
class ArrayOperationsTest {
  private static final float[] SPECIAL = {
    0f, -0f, 1f, -1.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e-40f, 3e38f
  };

  static Stream<Regularizer> regularizers() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.7).blockSize(2).seed(5).build();
    return Stream.of(
        dropBlock,
        dropBlock.withNormalization(Normalization.SAMPLE).withFill(Fill.constant(.25f)),
        dropBlock.withFill(Fill.constant(-.25f)),
        dropBlock.withFill(Fill.gaussian(.5, .5)),
        DropBlock.of(1, 2, 5),
        DropBlock.of(0, 2, 5),
        Dropout.of(.7, 1),
        DropPath.of(.6, 2),
        AlphaDropout.of(.7, 6),
        AlphaDropout.ofPlanes(.7, 7));
  }

  private static <T> T by(boolean arrayOperations, Supplier<T> pass) {
    String before = System.getProperty(Backend.PROPERTY);
    System.setProperty(Backend.PROPERTY, Boolean.toString(arrayOperations));
    try {
      assertEquals(arrayOperations, !Backend.isMainMemory());
      return pass.get();
    } finally {
      if (before == null) {
        System.clearProperty(Backend.PROPERTY);
      } else {
        System.setProperty(Backend.PROPERTY, before);
      }
    }
  }

  /** The output and the gradient of the input, as bits in the library's order. */
  private static List<long[]> pass(
      Regularizer regularizer, DataType type, DataLayout layout, int[] order) {
    DropBlockDropout dropout = DropBlockDropout.of(regularizer).withLayout(layout);
    INDArray x = special(type, order);
    dropout.applyDropout(x, x, 3, 0, LayerWorkspaceMgr.noWorkspaces());
    INDArray dy = special(type, order);
    dropout.backprop(dy, dy, 3, 0);
    return List.of(bits(x, layout), bits(dy, layout));
  }

  private static INDArray special(DataType type, int[] order) {
    INDArray x = Layouts.inOrder(type, new long[] {3, 4, 6, 5}, order);
    float[] values = new float[Math.toIntExact(x.length())];
    for (int i = 0; i < values.length; i++) {
      values[i] = SPECIAL[i % SPECIAL.length];
    }
    return x.assign(Nd4j.createFromArray(values).reshape(x.shape()).castTo(type));
  }

  private static long[] bits(INDArray x, DataLayout layout) {
    double[] values = Layouts.read(x, layout);
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToLongBits(values[i]);
    }
    return bits;
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void eachBitIsThatOfTheDirectPass(Regularizer regularizer) {
    for (DataType type :
        new DataType[] {DataType.FLOAT, DataType.DOUBLE, DataType.FLOAT16, DataType.BFLOAT16}) {
      for (DataLayout layout : DataLayout.values()) {
        for (int[] order : new int[][] {{0, 1, 2, 3}, {1, 0, 2, 3}, {3, 2, 1, 0}, {0, 2, 3, 1}}) {
          List<long[]> direct = by(false, () -> pass(regularizer, type, layout, order));
          List<long[]> operations = by(true, () -> pass(regularizer, type, layout, order));
          assertArrayEquals(direct.get(0), operations.get(0));
          assertArrayEquals(direct.get(1), operations.get(1));
        }
      }
    }
  }

  @Test
  void theCpusBackendIsMainMemory() {
    assertTrue(by(false, Backend::isMainMemory));
    assertFalse(by(true, Backend::isMainMemory));
  }
}
