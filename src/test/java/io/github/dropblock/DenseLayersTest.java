package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tensors of rank 2, as dense layers have them: each channel is a plane of one element. */
class DenseLayersTest {
  private static final Shape SHAPE = Shape.nc(5, 70);
  private static final Shape SAME_AS_MAPS = Shape.ncw(5, 70, 1);

  static List<MaskSetup> setups() {
    return MaskSetup.ofEachGranularity(.6, 7).stream()
        .map(regularizer -> MaskSetup.of(regularizer, SHAPE).with(Fill.gaussian(1, 2)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("setups")
  void bitsAreThoseOfMapsOfOnePosition(MaskSetup setup) {
    DropMask maps = MaskSetup.of(setup.regularizer(), SAME_AS_MAPS).mask();
    DropMask mask = setup.mask();
    assertEquals(SHAPE, mask.toTensor().shape());
    assertArrayEquals(maps.toTensor().data(), mask.toTensor().data());
    DropMask reused = setup.regularizer().sample(SHAPE, 0);
    setup.regularizer().sampleInto(reused, setup.step(), setup.firstSample());
    assertEquals(mask.toTensor(), reused.toTensor());
  }

  @ParameterizedTest
  @MethodSource("setups")
  void masksAreAppliedAsTheOracleDoes(MaskSetup setup) {
    ElementwiseOracle oracle = setup.oracle();
    Tensor x = setup.input();
    assertArrayEquals(oracle.apply(x.data()), setup.mask().apply(x).data());
    assertArrayEquals(oracle.backward(x.data()), setup.mask().backward(x).data());
  }

  @ParameterizedTest
  @MethodSource("setups")
  void masksGoThroughMapsAndBytes(MaskSetup setup) {
    DropMask mask = setup.mask();
    assertEquals(List.of(5L, 70L), mask.toMap().get("shape"));
    assertEquals(mask.toTensor(), DropMask.fromMap(mask.toMap()).toTensor());
    assertArrayEquals(mask.toBytes(), DropMask.fromBytes(mask.toBytes()).toBytes());
  }

  /** Row-major and channels last are one order here; the third has the samples innermost. */
  @ParameterizedTest
  @MethodSource("setups")
  void buffersOfAnyStridesAreMaskedAsTensors(MaskSetup setup) {
    float[] expected = setup.mask().apply(setup.input()).data();
    for (Strides strides :
        List.of(
            Strides.rowMajor(SHAPE),
            Strides.channelsLast(SHAPE),
            new Strides(3, 1, SHAPE.n(), 0, 0, 0))) {
      FloatBuffer buffer = FloatBuffer.allocate(SHAPE.size() + 3);
      for (int n = 0; n < SHAPE.n(); n++) {
        for (int c = 0; c < SHAPE.c(); c++) {
          buffer.put(at(strides, n, c), setup.input().get(n, c, 0, 0));
        }
      }
      setup.mask().applyInPlace(buffer, strides);
      for (int n = 0; n < SHAPE.n(); n++) {
        for (int c = 0; c < SHAPE.c(); c++) {
          assertEquals(expected[SHAPE.indexOf(n, c, 0, 0, 0)], buffer.get(at(strides, n, c)));
        }
      }
    }
  }

  private static int at(Strides strides, int n, int c) {
    return strides.offset() + n * strides.n() + c * strides.c();
  }

  @Test
  void aBlockIsOneElementAndGammaTheDropProbability() {
    for (SeedRegion region : SeedRegion.values()) {
      for (GammaRule rule : GammaRule.values()) {
        DropBlock dropBlock =
            DropBlock.builder().keepProb(.75).seedRegion(region).gammaRule(rule).build();
        assertEquals(.25, dropBlock.gamma(SHAPE), 1e-15);
        assertEquals(.75, dropBlock.expectedKeptFraction(SHAPE), 1e-15);
      }
    }
  }

  @Test
  void aTensorOfMapsIsNotAMatrix() {
    DropMask mask = Dropout.of(.5, 1).sample(SHAPE, 0);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> mask.apply(Tensor.zeros(SAME_AS_MAPS)));
    assertEquals("x must have the mask's shape NC(5, 70): NCW(5, 70, 1)", e.getMessage());
  }
}
