package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tensors on another device get bits, which the engine expands there. The same operations run here
 * on the CPU, and what is sent is counted.
 */
class ExpandedFactorsTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();
  private static final long[] MAPS = {4, 6, 9, 7};

  /** Sizes that are no multiples of 8 too. */
  private static final List<long[]> SHAPES =
      List.of(
          MAPS,
          new long[] {4, 30},
          new long[] {3, 6, 19},
          new long[] {2, 6, 4, 5, 6},
          new long[] {1, 1, 3, 1});

  private static List<Regularizer> regularizers(int channels) {
    List<Regularizer> all = new ArrayList<>();
    for (MaskSharing sharing : MaskSharing.values()) {
      all.add(DropBlock.builder().keepProb(.7).blockSize(2).sharing(sharing).seed(6).build());
      all.add(SpatialDropout.of(.7, 2).withSharing(sharing));
    }
    all.add(Dropout.of(.7, 1));
    all.add(DropPath.of(.5, 3));
    all.add(DropPath.ofBatch(.5, 4));
    all.add(Cutout.of(2, 3, 5));
    for (Normalization normalization : Normalization.values()) {
      all.add(DROP_BLOCK.withNormalization(normalization));
      all.add(SpatialDropout.of(.7, 2).withNormalization(normalization));
    }
    float[] values = new float[channels];
    for (int c = 0; c < channels; c++) {
      values[c] = .3f * c - 1;
    }
    for (Fill fill :
        List.of(
            Fill.constant(-.3f),
            Fill.constant(2.1f, -.7f),
            Fill.perChannel(values),
            Fill.gaussian(0, 1))) {
      all.add(DROP_BLOCK.withFill(fill));
      all.add(DropPath.of(.5, 8).withFill(fill).withNormalization(Normalization.SAMPLE));
    }
    all.add(AlphaDropout.of(.7, 6));
    all.add(AlphaDropout.ofPlanes(.7, 6));
    return all;
  }

  /** Numbers of both signs: a 0 has the sign of the number that it took the place of. */
  private static Tensor signed(ScalarType type, long... shape) {
    Tensor numbers = numbers(shape);
    Tensor sign =
        numbers.mul(new Scalar(1000)).floor().remainder(new Scalar(2)).sub(new Scalar(.5f));
    return numbers.mul(sign).to(type);
  }

  private static Tensor expanded(Tensor x, DropMask mask) {
    return MaskedProduct.of(x, ExpandedFactors.of(x, mask, new Uploads()));
  }

  private static DropMask mask(Regularizer regularizer, Tensor x) {
    return Plain.mask(regularizer, 0, extents(x));
  }

  @ParameterizedTest
  @EnumSource(names = {"Float", "Half", "BFloat16", "Double"})
  void theBitsGiveWhatTheFloatsGive(ScalarType type) {
    for (long[] shape : SHAPES) {
      for (Regularizer regularizer : regularizers((int) shape[1])) {
        Tensor x = signed(type, shape);
        Tensor y = expanded(x, mask(regularizer, x));
        assertEquals(type, y.scalar_type().intern());
        assertArrayEquals(shape, y.shape());
        assertTrue(
            y.view(bitType(type)).equal(direct(x, regularizer).view(bitType(type))),
            regularizer + " on " + x.dim() + " axes");
      }
    }
  }

  private static Tensor direct(Tensor x, Regularizer regularizer) {
    return train(new DropBlockModule(regularizer), x);
  }

  /** Whole numbers of the same size: unlike -0 and 0, they are equal only if all bits are. */
  private static ScalarType bitType(ScalarType type) {
    return switch (type) {
      case Float -> ScalarType.Int;
      case Double -> ScalarType.Long;
      default -> ScalarType.Short;
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"Float", "Half", "BFloat16", "Double"})
  void theGradientIsTheSameToo(ScalarType type) {
    for (Regularizer regularizer : regularizers((int) MAPS[1])) {
      Tensor x = signed(type, MAPS).set_requires_grad(true);
      Tensor other = signed(type, MAPS).set_requires_grad(true);
      Tensor y = expanded(x, mask(regularizer, x));
      y.mul(y).sum().backward();
      Tensor z = direct(other, regularizer);
      z.mul(z).sum().backward();
      Tensor gradient = x.grad().view(bitType(type));
      assertTrue(gradient.equal(other.grad().view(bitType(type))), regularizer.toString());
    }
  }

  /** A scale beyond the type's numbers becomes its largest, and not infinite. */
  @ParameterizedTest
  @EnumSource(names = {"Half", "BFloat16"})
  void largeScales(ScalarType type) {
    Tensor x = ones(4, 6, 9, 7).to(type);
    BitSet dropped = new BitSet();
    dropped.set(3, 99);
    for (long size : new long[] {1L << 30, 94_000_000, 99_064_000}) {
      DropMask mask =
          DropMask.of(Plain.mask(DROP_BLOCK, 0, extents(x)).shape(), dropped)
              .with(Normalization.TENSOR)
              .withTotals(1512, size);
      Tensor y = expanded(x, mask);
      Tensor expected = MaskedProduct.of(x, WrittenFactors.of(x, mask));
      assertTrue(y.view(ScalarType.Short).equal(expected.view(ScalarType.Short)), "size " + size);
      assertTrue(torch.isfinite(y).all().item_bool());
    }
  }

  @Test
  void theOrderOfAxesStays() {
    Tensor x = numbers(MAPS).contiguous(MemoryFormat.ChannelsLast);
    for (Regularizer regularizer : regularizers((int) MAPS[1])) {
      Tensor y = expanded(x, mask(regularizer, x));
      for (int axis = 0; axis < x.dim(); axis++) {
        assertEquals(x.stride(axis), y.stride(axis), regularizer.toString());
      }
      assertTrue(y.equal(direct(x, regularizer)));
    }
  }

  private static long sent(Regularizer regularizer, ScalarType type) {
    Tensor x = numbers(8, 16, 14, 14).to(type);
    Uploads uploads = new Uploads();
    ExpandedFactors.of(x, mask(regularizer, x), uploads).close();
    return uploads.bytes();
  }

  /** One bit in place of each float, and one float for the scale. */
  @ParameterizedTest
  @EnumSource(names = {"Float", "Half", "BFloat16"})
  void aBitIsSentForEachElement(ScalarType type) {
    int elements = 8 * 16 * 14 * 14;
    assertEquals(elements / 8 + 4, sent(DROP_BLOCK, type));
    assertEquals(elements / 8 + 4 * 2, sent(DROP_BLOCK.withFill(Fill.constant(1)), type));
    assertEquals(
        elements / 8 + 4 * 8 * 16, sent(DROP_BLOCK.withNormalization(Normalization.PLANE), type));
    assertEquals(
        elements / 8 + 4 + 4 * 16, sent(DROP_BLOCK.withFill(Fill.perChannel(new float[16])), type));
    // Noise is no function of the bits: it goes as a number for each element.
    assertEquals(
        elements / 8 + 4 + 4 * elements, sent(DROP_BLOCK.withFill(Fill.gaussian(0, 1)), type));
  }

  /** Bits that planes share are sent once. */
  @Test
  void sharedBitsAreSentOnce() {
    assertEquals(8 * 16 / 8 + 4, sent(SpatialDropout.of(.7, 2), ScalarType.Float));
    assertEquals(1 + 4, sent(DropPath.of(.5, 3), ScalarType.Float));
  }

  /** A tensor without numbers is on a device of its own, as one on a GPU is. */
  @Test
  void onlyTensorsElsewhereGetBits() {
    Tensor x = numbers(4, 6, 9, 7);
    DropMask mask = mask(DROP_BLOCK, x);
    Uploads uploads = new Uploads();
    MaskedProduct.factors(x, mask, uploads).close();
    assertEquals(0, uploads.bytes());
    Tensor elsewhere = x.to(new Device(DeviceType.Meta), ScalarType.Float);
    MaskedProduct.factors(elsewhere, mask, uploads).close();
    assertEquals(4 * 6 * 9 * 7 / 8 + 4, uploads.bytes());
  }

  /** All temporary tensors are closed, so nothing waits for the garbage collector. */
  @Test
  void noPointerIsLeft() {
    Tensor x = numbers(4, 6, 9, 7);
    DropMask mask = mask(DROP_BLOCK.withFill(Fill.constant(2)), x);
    try (PointerScope scope = new PointerScope()) {
      expanded(x, mask).close();
      long before = Pointer.totalCount();
      for (int i = 0; i < 100; i++) {
        expanded(x, mask).close();
      }
      // The garbage collector may end pointers of earlier tests in between.
      assertTrue(Pointer.totalCount() <= before, Pointer.totalCount() + " after " + before);
    }
  }
}
