package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A fill is written exactly where something was dropped, and is a function of seed, step, sample
 * and element.
 */
class FillProperties extends MaskSetups {
  @Property(tries = 200)
  void onlyDroppedPositionsChange(@ForAll("setups") MaskSetup setup) {
    Tensor x = setup.input();
    float[] zeroed = setup.with(Fill.zero()).mask().apply(x).data();
    float[] kept = setup.mask().toTensor().data();
    float[] filled = setup.with(Fill.constant(-7.25f)).mask().apply(x).data();
    for (int i = 0; i < kept.length; i++) {
      assertEquals(kept[i] == 1 ? zeroed[i] : -7.25f, filled[i]);
    }
  }

  /** The gradient is that of the mask without a fill. */
  @Property(tries = 200)
  void theGradientOfAFillIsZero(@ForAll("setups") MaskSetup setup) {
    Tensor dy = setup.input();
    Tensor expected = setup.with(Fill.zero()).mask().apply(dy);
    assertEquals(expected, setup.with(Fill.gaussian(3, 2)).mask().backward(dy));
    assertEquals(expected, setup.with(Fill.constant(5)).mask().backward(dy));
  }

  /** Each sample by itself has the values that it has in the batch. */
  @Property(tries = 100)
  void noiseDoesNotDependOnTheSplit(@ForAll("setups") MaskSetup any) {
    MaskSetup setup = any.with(Normalization.EXPECTED).with(Fill.gaussian(0, 1));
    Tensor x = setup.input();
    Tensor y = setup.mask().apply(x);
    for (int n = 0; n < setup.shape().n(); n++) {
      assertEquals(y.slice(n, 1), setup.part(n, 1).apply(x.slice(n, 1)));
    }
  }

  /** What is written does not depend on the input, so NaN and infinity do not leak. */
  @Property(tries = 100)
  void noiseDoesNotDependOnTheInput(@ForAll("setups") MaskSetup setup) {
    DropMask mask = setup.mask();
    float[] kept = mask.toTensor().data();
    float[] ones = mask.apply(Tensor.full(setup.shape(), 1)).data();
    FloatBuffer multipliers = FloatBuffer.allocate(kept.length);
    mask.writeMultipliers(multipliers);
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      float[] y = mask.apply(Tensor.full(setup.shape(), value)).data();
      for (int i = 0; i < y.length; i++) {
        assertEquals(kept[i] == 1 ? value * multipliers.get(i) : ones[i], y[i]);
      }
    }
  }

  /** Elements that share a dropped bit have noise of their own. */
  @Example
  void sharedMasksHaveNoiseOfTheirOwn() {
    Shape shape = Shape.nchw(2, 3, 4, 5);
    DropMask mask = DropPath.ofBatch(0, 1).withFill(Fill.gaussian(0, 1)).sample(shape, 0);
    float[] noise = mask.apply(Tensor.zeros(shape)).data();
    assertEquals(120, IntStream.range(0, 120).mapToObj(i -> noise[i]).distinct().count());
  }

  /** Another seed, step or sample has other noise. */
  @Example
  void eachNameHasItsOwnNoise() {
    Shape shape = Shape.ncw(1, 2, 8);
    Tensor zeros = Tensor.zeros(shape);
    Dropout dropout = Dropout.of(0, 1).withFill(Fill.gaussian(0, 1));
    Tensor noise = dropout.sample(shape, 4, 9).apply(zeros);
    assertEquals(noise, dropout.sample(shape, 4, 9).apply(zeros));
    assertNotEquals(noise, dropout.withSeed(2).sample(shape, 4, 9).apply(zeros));
    assertNotEquals(noise, dropout.sample(shape, 5, 9).apply(zeros));
    assertNotEquals(noise, dropout.sample(shape, 4, 8).apply(zeros));
  }

  /** The widest noise, and the largest value by way of it. */
  @Example
  void noiseOfTheLargestFloats() {
    Fill.gaussian(0, Float.MAX_VALUE / 7.0);
    MaskSetup all = MaskSetup.of(Dropout.of(0, 1), Shape.ncw(1, 1, 3));
    Tensor y = all.with(Fill.gaussian(-Float.MAX_VALUE, 0)).mask().apply(all.input());
    assertEquals(Tensor.full(y.shape(), -Float.MAX_VALUE), y);
  }

  /** A mean and a deviation of 0 are a constant; a deviation of 0 is the mean. */
  @Property(tries = 50)
  void noiseWithoutDeviationIsItsMean(@ForAll("setups") MaskSetup setup) {
    Tensor x = setup.input();
    assertEquals(
        setup.with(Fill.constant(2.5f)).mask().apply(x),
        setup.with(Fill.gaussian(2.5, 0)).mask().apply(x));
  }

  /** -0.0 is written as such. */
  @Example
  void negativeZero() {
    Shape shape = Shape.ncw(1, 1, 3);
    DropMask mask = Dropout.of(0, 1).withFill(Fill.constant(-0f)).sample(shape, 0);
    float[] expected = {-0f, -0f, -0f};
    assertArrayEquals(expected, mask.apply(Tensor.full(shape, 1)).data());
    FloatBuffer fill = FloatBuffer.allocate(3);
    mask.writeFill(fill);
    assertArrayEquals(expected, fill.array());
  }

  /** A mask drawn anew has the noise of its new name. */
  @Property(tries = 50)
  void sampleIntoRenamesTheNoise(@ForAll("setups") MaskSetup setup) {
    DropMask mask = setup.mask();
    setup.regularizer().sampleInto(mask, setup.step() / 2, 7);
    Tensor x = setup.input();
    assertEquals(
        setup.regularizer().sample(setup.shape(), setup.step() / 2, 7).apply(x), mask.apply(x));
  }
}
