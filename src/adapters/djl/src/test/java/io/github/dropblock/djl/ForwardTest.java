package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.dropblock.AlphaDropout;
import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass through the layer is the library's mask, applied by the engine. */
class ForwardTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK,
        DropBlock.builder().sharing(MaskSharing.CHANNELS).blockSize(2).seed(6).build(),
        DROP_BLOCK.withNormalization(Normalization.PLANE),
        DROP_BLOCK.withFill(Fill.constant(-3)),
        DROP_BLOCK.withFill(Fill.gaussian(0, 1)),
        DROP_BLOCK.withFill(Fill.perChannel(1, 2, 3, 4, 5, 6)),
        AlphaDropout.of(.7, 6),
        Dropout.of(.7, 1),
        SpatialDropout.of(.7, 2),
        DropPath.of(.5, 3),
        DropPath.ofBatch(.5, 4),
        Cutout.of(2, 4, 5));
  }

  private static final io.github.dropblock.tensor.Shape NCHW =
      io.github.dropblock.tensor.Shape.nchw(4, 6, 9, 8);

  /** What the library makes of the array, as one of a shape. */
  private static float[] expected(
      Regularizer regularizer, io.github.dropblock.tensor.Shape shape, long step, NDArray x) {
    return regularizer.sample(shape, step).apply(Tensor.of(x.toFloatArray(), shape)).data();
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void trainingAppliesTheMaskOfTheStep(Regularizer regularizer) {
    NDArray x = numbers(new Shape(4, 6, 9, 8));
    NDArray y = train(DropBlockLayer.of(regularizer).step(11), x);
    assertArrayEquals(expected(regularizer, NCHW, 11, x), y.toFloatArray());
    assertEquals(x.getShape(), y.getShape());
  }

  @Test
  void signalsAndVolumes() {
    NDArray signal = numbers(new Shape(4, 6, 50));
    assertArrayEquals(
        expected(DROP_BLOCK, io.github.dropblock.tensor.Shape.ncw(4, 6, 50), 0, signal),
        train(DropBlockLayer.of(DROP_BLOCK), signal).toFloatArray());
    NDArray volume = numbers(new Shape(2, 3, 4, 5, 6));
    assertArrayEquals(
        expected(DROP_BLOCK, io.github.dropblock.tensor.Shape.ncdhw(2, 3, 4, 5, 6), 0, volume),
        train(DropBlockLayer.of(DROP_BLOCK), volume).toFloatArray());
  }

  /** Channels last in memory, as a transposed view has them: positions are by index. */
  @Test
  void viewsInAnotherOrder() {
    NDArray x = numbers(new Shape(4, 9, 8, 6)).transpose(0, 3, 1, 2);
    assertArrayEquals(
        expected(DROP_BLOCK, NCHW, 0, x), train(DropBlockLayer.of(DROP_BLOCK), x).toFloatArray());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "FLOAT64"})
  void otherPrecisionsHaveTheSameMask(DataType type) {
    DropBlock unscaled = DROP_BLOCK.withNormalization(Normalization.NONE);
    NDArray x = numbers(new Shape(4, 6, 9, 8)).toType(type, true);
    NDArray y = train(DropBlockLayer.of(unscaled), x);
    assertEquals(type, y.getDataType());
    // Numbers in half precision are exact in single.
    NDArray single = x.toType(DataType.FLOAT32, true);
    assertArrayEquals(
        expected(unscaled, NCHW, 0, single), y.toType(DataType.FLOAT32, true).toFloatArray());
  }

  @Test
  void scalesInHalfPrecision() {
    NDArray x = manager.ones(new Shape(4, 6, 9, 8), DataType.FLOAT16);
    float scale = DROP_BLOCK.sample(NCHW, 0).scale();
    NDArray y = train(DropBlockLayer.of(DROP_BLOCK), x).toType(DataType.FLOAT32, true);
    // Half a unit in the last of 11 bits.
    assertEquals(scale, y.max().getFloat(), 0x1p-11);
  }

  @Test
  void inferenceIsTheIdentity() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    NDList inputs = new NDList(numbers(new Shape(4, 6, 9, 8)));
    NDArray before = inputs.singletonOrThrow().duplicate();
    NDList outputs = layer.forward(new ParameterStore(manager, false), inputs, false);
    assertSame(inputs.singletonOrThrow(), outputs.singletonOrThrow());
    assertEquals(before, outputs.singletonOrThrow());
    assertEquals(0, layer.step());
  }

  /** Evaluation between steps of training changes nothing. */
  @Test
  void trainingGoesOnAfterInference() {
    NDArray x = numbers(new Shape(4, 6, 9, 8));
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    DropBlockLayer uninterrupted = DropBlockLayer.of(DROP_BLOCK);
    for (int i = 0; i < 3; i++) {
      assertEquals(x, pass(layer, x, false));
      NDArray y = train(layer, x);
      assertTrue(y.eq(0).any().getBoolean());
      assertEquals(train(uninterrupted, x), y);
    }
  }

  @Test
  void nothingIsComputedWhereNothingIsDropped() {
    NDArray x = numbers(new Shape(4, 6, 9, 8));
    DropBlockLayer layer =
        DropBlockLayer.of(DROP_BLOCK, KeepProbSchedule.step(new double[] {1, .5}, new long[] {2}));
    assertSame(x, train(layer, x));
    assertSame(x, train(layer, x));
    assertTrue(train(layer, x).eq(0).any().getBoolean());
  }

  @Test
  void anEmptyBatchPasses() {
    NDArray x = manager.create(new Shape(0, 6, 9, 8));
    assertEquals(x.getShape(), train(DropBlockLayer.of(DROP_BLOCK), x).getShape());
  }

  /** As with the engine's own dropout: to look at each product would cost as much again. */
  @Test
  void aDroppedNanPassesAsWithTheEnginesOwnDropout() {
    NDArray x = manager.full(new Shape(4, 6, 9, 8), Float.NaN);
    assertTrue(train(DropBlockLayer.of(DROP_BLOCK), x).isNaN().all().getBoolean());
  }

  /** A function may drop whatever keepProb is, as in plain Java. */
  @Test
  void aFunctionOfOnesOwnDropsAtKeepProbOne() {
    Regularizer first = CustomRegularizer.of(sample -> sample.dropRun(0, 3), 1, 7);
    NDArray x = numbers(new Shape(4, 6, 9, 8));
    float[] expected = expected(first, NCHW, 0, x);
    assertEquals(0, expected[0]);
    assertArrayEquals(expected, train(DropBlockLayer.of(first), x).toFloatArray());
  }

  /** It was left out at keepProb 1 once. */
  @Test
  void aFillThatShiftsDoesSoAtKeepProbOne() {
    Regularizer shifting = DropBlock.of(1, 7, 1).withFill(Fill.constant(0, 5));
    NDArray x = numbers(new Shape(4, 6, 9, 8));
    float[] expected = expected(shifting, NCHW, 0, x);
    assertEquals(x.toFloatArray()[0] + 5, expected[0]);
    assertArrayEquals(expected, train(DropBlockLayer.of(shifting), x).toFloatArray());
  }

  /** The scale of 100,000 was infinite in half precision once, and 0 became NaN. */
  @Test
  void aScaleBeyondHalfPrecisionIsItsLargestNumber() {
    Regularizer rare = Dropout.of(1e-5, 1);
    NDArray y =
        train(DropBlockLayer.of(rare), manager.zeros(new Shape(1, 1 << 20), DataType.FLOAT16));
    assertEquals(0, y.toType(DataType.FLOAT32, false).abs().max().getFloat());
  }

  /** Neither a function nor a schedule that fails uses up a number. */
  @Test
  void aPassThatFailsCountsForNothing() {
    NDArray x = numbers(new Shape(4, 6, 9, 8));
    boolean[] fails = {true};
    KeepProbSchedule schedule = step -> fails[0] ? Double.NaN : .8;
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK, schedule).enableAtInference();
    for (boolean training : new boolean[] {true, false}) {
      fails[0] = true;
      assertThrows(IllegalArgumentException.class, () -> pass(layer, x, training));
      fails[0] = false;
      DropBlockLayer never = DropBlockLayer.of(DROP_BLOCK).enableAtInference();
      assertEquals(pass(never, x, training), pass(layer, x, training));
    }
    assertEquals(1, layer.step());
  }
}
