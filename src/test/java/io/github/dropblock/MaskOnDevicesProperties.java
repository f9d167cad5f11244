package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The small parts of a mask say all that the large arrays say. */
class MaskOnDevicesProperties extends MaskSetups {
  @Property(tries = 300)
  void thePartsMakeTheMultipliersAndTheFill(@ForAll("setups") MaskSetup setup) {
    DropMask mask = setup.mask();
    Shape shape = mask.shape();
    Tensor dropped = dropped(mask);
    float[] multipliers = new float[shape.size()];
    float[] fill = new float[shape.size()];
    for (int i = 0; i < shape.size(); i++) {
      boolean isDropped = at(dropped, shape, i) == 1;
      multipliers[i] = isDropped ? 0 : at(mask.scales(), shape, i);
      int element = i;
      fill[i] =
          isDropped
              ? mask.fillValues().map(values -> at(values, shape, element)).orElse(Float.NaN)
              : mask.fillShift();
    }
    FloatBuffer expected = FloatBuffer.allocate(shape.size());
    mask.writeMultipliers(expected);
    assertArrayEquals(expected.array(), multipliers);
    if (mask.fillValues().isPresent()) {
      mask.writeFill(expected);
      assertArrayEquals(expected.array(), fill);
    } else {
      assertTrue(mask.fill().toString().matches("(gaussian|uniform).*"), mask.fill().toString());
    }
  }

  /** The bits, each as a number, in a buffer that begins and ends within another. */
  private static Tensor dropped(DropMask mask) {
    Tensor dropped = Tensor.zeros(mask.storedShape());
    int bytes = (dropped.data().length + 7) / 8;
    ByteBuffer around = ByteBuffer.allocate(bytes + 5).position(3).limit(bytes + 3);
    around.put(1, (byte) 99).put(bytes + 2, (byte) 0xff);
    mask.writeDropped(around);
    assertEquals(3, around.position());
    assertEquals(99, around.get(1));
    for (int i = 0; i < bytes * 8; i++) {
      int bit = around.get(3 + i / 8) >> i % 8 & 1;
      if (i < dropped.data().length) {
        dropped.data()[i] = bit;
      } else {
        assertEquals(0, bit, "an unused bit");
      }
    }
    return dropped;
  }

  /** The number of an element of a shape in a tensor that is broadcast to it. */
  private static float at(Tensor part, Shape shape, int element) {
    int[] extents = shape.extents();
    int[] own = part.shape().extents();
    assertEquals(extents.length, own.length);
    int at = 0;
    int stride = 1;
    int rest = element;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      assertTrue(own[axis] == 1 || own[axis] == extents[axis], part.shape() + " in " + shape);
      at += own[axis] == 1 ? 0 : rest % extents[axis] * stride;
      rest /= extents[axis];
      stride *= own[axis];
    }
    return part.data()[at];
  }

  /** One bit for each element, or fewer where they are shared. */
  @Example
  void bitsAreStoredOnce() {
    Shape shape = Shape.ncdhw(3, 5, 2, 4, 6);
    assertEquals(shape, DropBlock.of(.9, 3).sample(shape, 0).storedShape());
    assertEquals(
        Shape.ncdhw(3, 1, 2, 4, 6),
        DropBlock.builder().sharing(MaskSharing.CHANNELS).build().sample(shape, 0).storedShape());
    assertEquals(
        Shape.ncdhw(3, 5, 1, 1, 1), SpatialDropout.of(.9, 1).sample(shape, 0).storedShape());
    assertEquals(
        Shape.ncdhw(1, 1, 1, 1, 1), DropPath.ofBatch(.9, 1).sample(shape, 0).storedShape());
  }

  @Example
  void aBufferOfAnotherSizeIsRefused() {
    DropMask mask = Dropout.of(.5, 1).sample(Shape.nc(3, 11), 0);
    for (ByteBuffer out :
        new ByteBuffer[] {
          null,
          ByteBuffer.allocate(4),
          ByteBuffer.allocate(6),
          ByteBuffer.allocate(5).asReadOnlyBuffer()
        }) {
      Exception e = assertThrows(IllegalArgumentException.class, () -> mask.writeDropped(out));
      assertTrue(e.getMessage().startsWith("out must "), e.getMessage());
    }
    mask.writeDropped(ByteBuffer.allocate(5));
  }
}
