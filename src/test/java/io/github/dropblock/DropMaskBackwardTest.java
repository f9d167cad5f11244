package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** The gradient of {@code sum(dy * apply(x))} by x, against differences of it. */
class DropMaskBackwardTest {
  /**
   * The difference of the loss by a step of 1 is {@code dy (y(x + 1) - y(x))}: only one output
   * changes, and differences and products of floats of this size are exact in double. Each output
   * and the gradient are rounded once, by half an ulp, and the outputs are multiplied by dy.
   */
  @Property(tries = 200)
  @Domain(MaskCases.class)
  void backwardIsTheFiniteDifferenceOfApply(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    Tensor x = c.integers();
    Tensor dy = MaskCase.of(c.shape(), 1, 1, c.seed() + 1).integers();
    Tensor stepped = x.copy();
    for (int i = 0; i < stepped.data().length; i++) {
      stepped.data()[i]++;
    }
    float[] y = mask.apply(x).data();
    float[] next = mask.apply(stepped).data();
    float[] dx = mask.backward(dy).data();
    double halfUlp = Math.ulp(101 * mask.scale()) / 2;
    for (int i = 0; i < dx.length; i++) {
      double g = dy.data()[i];
      double difference = g * ((double) next[i] - y[i]);
      assertEquals(difference, dx[i], (2 * Math.abs(g) + 1) * halfUlp);
    }
  }

  /** Unit vectors give the matrix of the map without rounding: it is diagonal. */
  @Test
  void backwardIsTheTransposeOfTheWholeMatrix() {
    Shape shape = Shape.nchw(2, 3, 5, 6);
    DropMask mask = MaskCase.of(shape, 3, .6, GammaRule.EXACT, 51).mask();
    Tensor dy = MaskCase.of(shape, 3, .6, 52).integers();
    Tensor dx = mask.backward(dy);
    for (int row = 0; row < shape.size(); row++) {
      Tensor unit = Tensor.zeros(shape);
      unit.data()[row] = 1;
      Tensor column = mask.apply(unit);
      float gradient = 0;
      for (int i = 0; i < shape.size(); i++) {
        gradient += column.data()[i] * dy.data()[i];
        assertEquals(i == row ? column.data()[row] : 0f, column.data()[i]);
      }
      assertEquals(gradient, dx.data()[row]);
    }
  }

  /** A power of two is the one factor that commutes with rounding. */
  @Property(tries = 100)
  @Domain(MaskCases.class)
  void applyIsHomogeneous(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    Tensor x = c.integers();
    Tensor multiple = x.copy();
    for (int i = 0; i < multiple.data().length; i++) {
      multiple.data()[i] *= -4;
    }
    float[] y = mask.apply(x).data();
    float[] z = mask.apply(multiple).data();
    for (int i = 0; i < y.length; i++) {
      assertEquals(-4.0 * y[i], z[i], 0.0);
    }
  }

  /** The mask of the forward pass may be drawn again instead of kept. */
  @Property(tries = 100)
  @Domain(MaskCases.class)
  void aRegeneratedMaskGivesTheSameGradient(@ForAll MaskCase c) {
    Tensor dy = c.integers();
    assertEquals(c.mask().backward(dy), c.mask().backward(dy));
  }
}
