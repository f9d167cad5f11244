package io.github.dropblock.reliability.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropMask;
import io.github.dropblock.Dropout;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Arguments that are refused stay as they were. */
class NothingChangedTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 8, 8);

  private final DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(1).build();
  private final DropMask mask = dropBlock.sample(SHAPE, 0);
  private final float[] data = Inputs.array(SHAPE.size() + 1);
  private final FloatBuffer buffer = FloatBuffer.wrap(data);

  private void assertRefused(Executable call) {
    long drawn = Hash.of(mask);
    assertThrows(IllegalArgumentException.class, call);
    assertEquals(Hash.of(Inputs.array(data.length)), Hash.of(data));
    assertEquals(drawn, Hash.of(mask));
  }

  @Test
  void aTensorOfAnotherShape() {
    Tensor other = Tensor.of(data, Shape.ncw(1, 1, data.length));
    assertRefused(() -> mask.applyInPlace(other));
    assertRefused(() -> mask.apply(Inputs.tensor(SHAPE), other));
    assertRefused(() -> mask.apply(other, Inputs.tensor(SHAPE)));
  }

  @Test
  void buffersOfAnotherSize() {
    FloatBuffer fits = FloatBuffer.wrap(Inputs.array(SHAPE.size()));
    assertRefused(() -> mask.applyInPlace(buffer));
    assertRefused(() -> mask.apply(fits, buffer));
    assertRefused(() -> mask.backward(buffer, buffer));
    assertRefused(() -> mask.writeMultipliers(buffer));
    assertRefused(() -> mask.writeFill(buffer));
  }

  @Test
  void aViewBeyondTheLimit() {
    Strides rows = new Strides(2, 192, 64, 0, 8, 1);
    assertRefused(() -> mask.applyInPlace(buffer, rows));
    assertRefused(() -> mask.backwardInPlace(buffer, rows));
  }

  @Test
  void aMaskOfOtherSharing() {
    DropBlock shared = DropBlock.builder().sharing(MaskSharing.ALL).build();
    assertRefused(() -> shared.sampleInto(mask, 1));
    assertRefused(() -> dropBlock.sampleInto(mask, -1));
    assertRefused(() -> dropBlock.sampleInto(mask, 1, Long.MAX_VALUE));
  }

  @Test
  void aLayerStaysWhereItIs() {
    DropLayer layer = DropLayer.of(Dropout.of(0.5, 1)).step(4);
    Tensor x = Inputs.tensor(SHAPE);
    long first = Hash.of(layer.forward(x).data());
    layer.step(4);
    assertRefused(() -> layer.forward(x, -1));
    assertRefused(() -> layer.forward(null));
    assertEquals(first, Hash.of(layer.forward(x).data()));
    assertRefused(() -> layer.backward(null));
    assertEquals(first, Hash.of(layer.backward(x).data()));
  }
}
