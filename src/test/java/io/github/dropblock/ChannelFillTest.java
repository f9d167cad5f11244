package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A value for each channel, such as the mean color of a data set. */
class ChannelFillTest {
  private static final Fill MEAN_COLOR = Fill.perChannel(0.485f, 0.456f, 0.406f);
  private static final String MISMATCH = "fill must have a value for each of 4 channels: 3";

  @Test
  void eachChannelOfEachRankHasItsValue() {
    for (Shape shape :
        List.of(
            Shape.nc(2, 3),
            Shape.ncw(2, 3, 70),
            Shape.nchw(2, 3, 5, 7),
            Shape.ncdhw(2, 3, 2, 3, 4))) {
      Tensor y =
          Dropout.of(0, 1).withFill(MEAN_COLOR).sample(shape, 0).apply(Tensor.full(shape, 9));
      for (int i = 0; i < shape.size(); i++) {
        int channel = i / shape.planeSize() % 3;
        assertEquals(new float[] {0.485f, 0.456f, 0.406f}[channel], y.data()[i]);
      }
    }
  }

  @Test
  void valuesAreCopied() {
    float[] values = {1, 2, 3};
    Fill fill = Fill.perChannel(values);
    values[0] = 7;
    assertEquals(Fill.perChannel(1, 2, 3), fill);
    assertEquals(Fill.perChannel(1, 2, 3).hashCode(), fill.hashCode());
  }

  @Test
  void anotherNumberOfChannelsIsRefusedAndChangesNothing() {
    Cutout cutout = Cutout.of(1, 3, 5).withFill(MEAN_COLOR);
    Shape other = Shape.nchw(2, 4, 6, 6);
    assertMessage(MISMATCH, () -> cutout.sample(other, 0));
    DropMask mask = Cutout.of(1, 3, 5).withFill(Fill.constant(2)).sample(other, 0);
    byte[] before = mask.toBytes();
    assertMessage(MISMATCH, () -> mask.with(MEAN_COLOR));
    assertMessage(MISMATCH, () -> cutout.sampleInto(mask, 1));
    assertEquals(DropMask.fromBytes(before), mask);
    assertMessage(MISMATCH, () -> DropLayer.of(cutout).forward(Tensor.zeros(other)));
  }

  @Test
  void aMapWithAnotherNumberOfChannelsIsRefused() {
    var map = Dropout.of(.5, 1).sample(Shape.nchw(2, 4, 6, 6), 0).toMap();
    map.put("fill", MEAN_COLOR.toMap());
    assertMessage(MISMATCH, () -> DropMask.fromMap(map));
  }
}
