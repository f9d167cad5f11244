package io.github.dropblock.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Exact and tolerant equality, hash codes and text. */
class TensorComparisonTest {
  private static final float INF = Float.POSITIVE_INFINITY;

  private static Tensor row(float... values) {
    return Tensor.of(values, Shape.ncw(1, 1, values.length));
  }

  @Test
  void exactEqualityComparesElements() {
    assertEquals(row(1, 2), row(1, 2));
    assertNotEquals(row(1, 2), row(1, Math.nextUp(2f)));
    assertNotEquals(row(1, 2), null);
  }

  @Test
  void exactEqualityComparesShapes() {
    float[] data = {1, 2};
    assertNotEquals(Tensor.of(data, Shape.ncw(1, 1, 2)), Tensor.of(data, Shape.ncw(1, 2, 1)));
    assertNotEquals(Tensor.of(data, Shape.ncw(1, 1, 2)), Tensor.of(data, 1, 1, 1, 2));
  }

  @Test
  void exactEqualityHoldsNanEqualAndZerosApart() {
    assertEquals(row(Float.NaN), row(Float.intBitsToFloat(0x7fc00001)));
    assertNotEquals(row(0f), row(-0f));
  }

  @Test
  void equalTensorsHaveEqualHashCodes() {
    Tensor slice = Tensor.of(new float[] {9, 1, Float.NaN, 9}, Shape.ncw(4, 1, 1)).slice(1, 2);
    Tensor whole = Tensor.of(new float[] {1, Float.intBitsToFloat(0x7fc00001)}, Shape.ncw(2, 1, 1));
    assertEquals(slice, whole);
    assertEquals(slice.hashCode(), whole.hashCode());
  }

  @Test
  void hashCodeFollowsTheElements() {
    Tensor tensor = row(1, 2);
    int before = tensor.hashCode();
    tensor.set(0, 0, 0, 1, 3);
    assertNotEquals(before, tensor.hashCode());
  }

  @Test
  void toleranceIsAnAbsoluteDifferenceThatMayBeReached() {
    assertTrue(row(1, 2).equalsWithin(row(1.5f, 1.5f), 0.5));
    assertFalse(row(1, 2).equalsWithin(row(1.5f, 1.5f), Math.nextDown(0.5)));
    assertTrue(row(1, 2).equalsWithin(row(1, 2), 0));
  }

  @Test
  void toleranceHoldsZerosEqualAndNanEqualOnlyToNan() {
    assertTrue(row(0f).equalsWithin(row(-0f), 0));
    assertTrue(row(Float.NaN).equalsWithin(row(Float.NaN), 0));
    assertFalse(row(Float.NaN).equalsWithin(row(1), Double.MAX_VALUE));
    assertFalse(row(1).equalsWithin(row(Float.NaN), Double.MAX_VALUE));
  }

  @Test
  void toleranceTellsInfinitiesApartBySign() {
    assertTrue(row(INF, -INF).equalsWithin(row(INF, -INF), 0));
    assertFalse(row(INF).equalsWithin(row(-INF), Double.MAX_VALUE));
    assertFalse(row(INF).equalsWithin(row(Float.MAX_VALUE), Double.MAX_VALUE));
  }

  @Test
  void differencesAreTakenInDouble() {
    assertFalse(row(Float.MAX_VALUE).equalsWithin(row(-Float.MAX_VALUE), Float.MAX_VALUE));
    assertTrue(row(Float.MAX_VALUE).equalsWithin(row(-Float.MAX_VALUE), 2.0 * Float.MAX_VALUE));
  }

  @Test
  void toleranceNeedsEqualShapesAndLooksOnlyAtTheSlice() {
    assertFalse(row(1, 2).equalsWithin(row(1, 2, 3), 9));
    Tensor batch = Tensor.of(new float[] {9, 1, 2, 9}, Shape.ncw(4, 1, 1));
    Tensor pair = Tensor.of(new float[] {1, 2}, Shape.ncw(2, 1, 1));
    assertTrue(batch.slice(1, 2).equalsWithin(pair, 0));
    assertTrue(pair.equalsWithin(batch.slice(1, 2), 0));
  }

  @Test
  void textShowsAllOfAShortTensor() {
    assertEquals("NCW(1, 1, 3) [1.0, -0.0, NaN]", row(1, -0f, Float.NaN).toString());
    assertEquals("NCW(0, 1, 3) []", Tensor.zeros(Shape.ncw(0, 1, 3)).toString());
    assertEquals(
        "NCW(1, 1, 8) [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]",
        row(1, 2, 3, 4, 5, 6, 7, 8).toString());
  }

  @Test
  void textShowsTheStartOfALongTensorOrSlice() {
    assertEquals(
        "NCW(1, 1, 9) [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, ... 1 more]",
        row(1, 2, 3, 4, 5, 6, 7, 8, 9).toString());
    assertEquals(
        "NCW(1, 1, 2) [3.0, 4.0]",
        Tensor.of(new float[] {1, 2, 3, 4}, Shape.ncw(2, 1, 2)).slice(1, 1).toString());
  }
}
