package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass through the module is the library's mask, applied by the engine. */
class ForwardTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();
  private static final long[] SHAPE = {4, 6, 9, 8};

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK,
        DropBlock.builder().sharing(MaskSharing.CHANNELS).blockSize(2).seed(6).build(),
        DROP_BLOCK.withNormalization(Normalization.PLANE),
        DROP_BLOCK.withFill(Fill.constant(-3)),
        DROP_BLOCK.withFill(Fill.gaussian(0, 1)),
        Dropout.of(.7, 1),
        SpatialDropout.of(.7, 2),
        DropPath.of(.5, 3),
        DropPath.ofBatch(.5, 4),
        Cutout.of(2, 4, 5));
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void trainingAppliesTheMaskOfTheStep(Regularizer regularizer) {
    Tensor x = numbers(SHAPE);
    float[] before = floats(x);
    Tensor y = train(new DropBlockModule(regularizer).step(11), x);
    assertArrayEquals(Plain.apply(regularizer, 11, before, extents(x)), floats(y));
    assertArrayEquals(x.shape(), y.shape());
    assertArrayEquals(before, floats(x));
  }

  @Test
  void vectorsSignalsAndVolumes() {
    for (long[] shape : new long[][] {{40, 60}, {4, 6, 50}, {2, 3, 4, 5, 6}}) {
      Tensor x = numbers(shape);
      assertArrayEquals(
          Plain.apply(DROP_BLOCK, 0, floats(x), extents(x)),
          floats(train(new DropBlockModule(DROP_BLOCK), x)));
    }
  }

  @Test
  void evaluationIsTheIdentity() {
    DropBlockModule module = new DropBlockModule(DROP_BLOCK);
    Tensor x = numbers(SHAPE);
    Tensor y = infer(module, x);
    assertTrue(y.is_same(x));
    assertEquals(0, module.step());
  }

  /** As a result of any other module: to close the input of this one does not end its output. */
  @Test
  void anOutputOutlivesItsInput() {
    DropBlockModule module = new DropBlockModule(Dropout.of(1, 1));
    for (boolean training : new boolean[] {true, false}) {
      Tensor x = numbers(SHAPE);
      float[] expected = floats(x);
      module.train(training);
      Tensor y = module.forward(x);
      assertTrue(y.is_same(x));
      x.close();
      assertArrayEquals(expected, floats(y));
    }
  }

  /** Evaluation between steps of training changes nothing. */
  @Test
  void trainingContinuesAfterEvaluation() {
    Tensor x = numbers(SHAPE);
    DropBlockModule module = new DropBlockModule(DROP_BLOCK);
    DropBlockModule uninterrupted = new DropBlockModule(DROP_BLOCK);
    for (int i = 0; i < 3; i++) {
      assertTrue(infer(module, x).equal(x));
      Tensor y = train(module, x);
      assertTrue(hasZero(y));
      assertTrue(train(uninterrupted, x).equal(y));
    }
  }

  @Test
  void nothingIsComputedWhereNothingIsDropped() {
    Tensor x = numbers(SHAPE);
    DropBlockModule module =
        new DropBlockModule(
            DROP_BLOCK, KeepProbSchedule.step(new double[] {1, .5}, new long[] {2}));
    assertTrue(train(module, x).is_same(x));
    assertTrue(train(module, x).is_same(x));
    assertTrue(hasZero(train(module, x)));
  }

  /** Java has no buffer of nothing; the pass counts as any other. */
  @Test
  void emptyTensorsPass() {
    long[][] shapes = {{0, 6, 9, 8}, {4, 0, 9, 8}, {4, 6, 0, 8}, {0, 6}, {2, 3, 4, 5, 0}};
    DropBlockModule module = new DropBlockModule(DROP_BLOCK.withFill(Fill.constant(1)));
    for (int i = 0; i < shapes.length; i++) {
      assertEquals(i, module.step());
      assertArrayEquals(shapes[i], train(module, torch.zeros(shapes[i])).shape());
    }
  }

  /** As with the engine's own dropout: to look at each product would cost as much again. */
  @Test
  void aDroppedNanPassesAsWithTheEnginesOwnDropout() {
    Tensor x = torch.full(SHAPE, new Scalar(Float.NaN));
    assertTrue(train(new DropBlockModule(DROP_BLOCK), x).isnan().all().item_bool());
  }

  /** A function may drop whatever keepProb is, as in plain Java. */
  @Test
  void aFunctionOfOnesOwnDropsAtKeepProbOne() {
    Regularizer first = CustomRegularizer.of(sample -> sample.dropRun(0, 3), 1, 7);
    Tensor x = numbers(SHAPE);
    float[] expected = Plain.apply(first, 0, floats(x), extents(x));
    assertEquals(0, expected[0]);
    assertArrayEquals(expected, floats(train(new DropBlockModule(first), x)));
  }

  /** It was left out at keepProb 1 once. */
  @Test
  void aFillThatShiftsDoesSoAtKeepProbOne() {
    Regularizer shifting = DropBlock.of(1, 7, 1).withFill(Fill.constant(0, 5));
    Tensor x = numbers(SHAPE);
    float[] expected = Plain.apply(shifting, 0, floats(x), extents(x));
    assertEquals(floats(x)[0] + 5, expected[0]);
    assertArrayEquals(expected, floats(train(new DropBlockModule(shifting), x)));
  }

  /** Neither a function nor a schedule that fails uses up a number. */
  @Test
  void aPassThatFailsCountsForNothing() {
    Tensor x = numbers(SHAPE);
    boolean[] fails = {true};
    KeepProbSchedule schedule = step -> fails[0] ? Double.NaN : .8;
    DropBlockModule module = new DropBlockModule(DROP_BLOCK, schedule).enableAtInference();
    for (boolean training : new boolean[] {true, false}) {
      module.train(training);
      fails[0] = true;
      assertThrows(IllegalArgumentException.class, () -> module.forward(x));
      fails[0] = false;
      DropBlockModule never = new DropBlockModule(DROP_BLOCK).enableAtInference();
      never.train(training);
      assertTrue(never.forward(x).equal(module.forward(x)));
    }
    assertEquals(1, module.step());
  }

  @Test
  void seedsOfOnesOwnDropOtherPositions() {
    Tensor x = numbers(SHAPE);
    float[] first = floats(train(new DropBlockModule(DROP_BLOCK.forUse(0)), x));
    float[] second = floats(train(new DropBlockModule(DROP_BLOCK.forUse(1)), x));
    assertArrayEquals(first, floats(train(new DropBlockModule(DROP_BLOCK), x)));
    assertFalse(Arrays.equals(first, second));
    assertArrayEquals(second, floats(train(new DropBlockModule(DROP_BLOCK.forUse(1)), x)));
  }
}
