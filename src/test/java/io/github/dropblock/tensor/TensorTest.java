package io.github.dropblock.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** What a tensor shares with its array, its slices and its copies. */
class TensorTest {
  private static Tensor counting(Shape shape) {
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = i;
    }
    return Tensor.of(data, shape);
  }

  @Test
  void wrapsTheArrayItself() {
    float[] data = new float[6];
    Tensor tensor = Tensor.of(data, 1, 1, 2, 3);
    assertSame(data, tensor.data());
    assertEquals(0, tensor.offset());
    assertEquals(Shape.nchw(1, 1, 2, 3), tensor.shape());
    data[4] = 8;
    assertEquals(8, tensor.get(0, 0, 1, 1));
    tensor.set(0, 0, 1, 2, 9);
    assertEquals(9, data[5]);
  }

  @Test
  void zerosAndFullHaveOneValueEverywhere() {
    Shape shape = Shape.ncw(1, 2, 2);
    assertArrayEquals(new float[4], Tensor.zeros(shape).data());
    assertArrayEquals(new float[] {3, 3, 3, 3}, Tensor.full(shape, 3).data());
  }

  @Test
  void readsAndWritesOneElementOfThreeDimensions() {
    Tensor tensor = counting(Shape.ncdhw(2, 1, 2, 2, 2));
    assertEquals(13, tensor.get(1, 0, 1, 0, 1));
    tensor.set(1, 0, 1, 0, 1, -1);
    assertEquals(-1, tensor.data()[13]);
  }

  @Test
  void fourIndexesReadTheFirstLayer() {
    Tensor tensor = counting(Shape.ncdhw(1, 2, 2, 1, 3));
    assertEquals(7, tensor.get(0, 1, 0, 1));
    assertEquals(2, counting(Shape.ncw(1, 1, 3)).get(0, 0, 0, 2));
  }

  @Test
  void copyHasAnArrayOfItsOwn() {
    Tensor tensor = counting(Shape.ncw(3, 1, 2));
    Tensor copy = tensor.slice(1, 2).copy();
    assertEquals(Shape.ncw(2, 1, 2), copy.shape());
    assertArrayEquals(new float[] {2, 3, 4, 5}, copy.data());
    assertEquals(0, copy.offset());
    assertNotSame(tensor.data(), copy.data());
    copy.set(0, 0, 0, 0, 77);
    assertEquals(2, tensor.get(1, 0, 0, 0));
  }

  @Test
  void aSliceSeesWritesInBothDirections() {
    Tensor tensor = counting(Shape.nchw(4, 1, 1, 2));
    Tensor slice = tensor.slice(1, 2);
    assertSame(tensor.data(), slice.data());
    assertEquals(2, slice.offset());
    tensor.set(2, 0, 0, 1, 50);
    assertEquals(50, slice.get(1, 0, 0, 1));
    slice.set(0, 0, 0, 0, 60);
    assertEquals(60, tensor.get(1, 0, 0, 0));
  }

  @Test
  void aSliceOfASliceCountsFromTheSlice() {
    Tensor inner = counting(Shape.nchw(5, 1, 1, 2)).slice(1, 4).slice(2, 1);
    assertEquals(6, inner.offset());
    assertEquals(Shape.nchw(1, 1, 1, 2), inner.shape());
    assertEquals(7, inner.get(0, 0, 0, 1));
  }

  @Test
  void slicesMayBeEmptyAndWhole() {
    Tensor tensor = counting(Shape.ncw(2, 1, 3));
    assertEquals(tensor, tensor.slice(0, 2));
    assertEquals(0, tensor.slice(2, 0).shape().size());
    assertEquals(Tensor.zeros(Shape.ncw(0, 1, 3)), tensor.slice(1, 0));
  }

  @Test
  void sumsOnlyItsOwnElementsInDouble() {
    float[] data = {7, 1e8f, 1, -1e8f, 1, 7};
    Tensor middle = Tensor.of(data, Shape.ncw(6, 1, 1)).slice(1, 4);
    assertEquals(2, middle.sum());
    assertEquals(0.5, middle.mean());
  }

  @Test
  void anEmptyTensorHasASumButNoMean() {
    Tensor empty = Tensor.zeros(Shape.ncw(0, 1, 3));
    assertEquals(0, empty.sum());
    assertEquals(Double.NaN, empty.mean());
    assertEquals(0, empty.countZeros());
  }

  @Test
  void bothZerosCountAsZeroAndNothingElse() {
    float[] data = {0f, -0f, Float.MIN_VALUE, Float.NaN, 0f, 0f};
    Tensor tensor = Tensor.of(data, Shape.ncw(6, 1, 1));
    assertEquals(4, tensor.countZeros());
    assertEquals(2, tensor.slice(1, 4).countZeros());
  }
}
