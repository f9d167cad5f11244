package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Fill;
import io.github.dropblock.HalfPrecision;
import io.github.dropblock.Normalization;
import java.nio.ShortBuffer;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types other than Float, and devices other than the CPU. */
class TypesTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();
  private static final DropBlock UNSCALED = DROP_BLOCK.withNormalization(Normalization.NONE);
  private static final Map<ScalarType, HalfPrecision> HALVES =
      Map.of(ScalarType.Half, HalfPrecision.BINARY16, ScalarType.BFloat16, HalfPrecision.BFLOAT16);
  private static final int[] EXTENTS = {4, 6, 9, 8};

  /** Numbers of a half are exact as floats, and a product with 0 or 1 too. */
  @ParameterizedTest
  @EnumSource(names = {"Half", "BFloat16", "Double"})
  void otherTypesHaveTheSameMask(ScalarType type) {
    for (MemoryFormat format :
        new MemoryFormat[] {MemoryFormat.Contiguous, MemoryFormat.ChannelsLast}) {
      Tensor x = numbers(4, 6, 9, 8).to(type).contiguous(format);
      Tensor y = train(new DropBlockModule(UNSCALED), x);
      assertEquals(type, y.scalar_type().intern());
      assertArrayEquals(Plain.apply(UNSCALED, 0, floats(x), EXTENTS), floats(y));
    }
  }

  /** The multipliers of a product with ones, bit by bit. */
  @ParameterizedTest
  @EnumSource(names = {"Half", "BFloat16"})
  void scalesAreRoundedByTheLibrary(ScalarType type) {
    DropBlock byPlane = DROP_BLOCK.withNormalization(Normalization.PLANE);
    ShortBuffer expected = ShortBuffer.allocate(4 * 6 * 9 * 8);
    Plain.mask(byPlane, 0, EXTENTS).writeMultipliers(expected, HALVES.get(type));
    for (MemoryFormat format :
        new MemoryFormat[] {MemoryFormat.Contiguous, MemoryFormat.ChannelsLast}) {
      Tensor x = ones(4, 6, 9, 8).to(type).contiguous(format);
      Tensor y = train(new DropBlockModule(byPlane), x).contiguous();
      short[] bits = new short[expected.capacity()];
      y.<ShortBuffer>createBuffer().get(bits);
      assertArrayEquals(expected.array(), bits);
    }
  }

  @Test
  void aDoubleHasTheScaleOfAFloat() {
    Tensor y = train(new DropBlockModule(DROP_BLOCK), ones(4, 6, 9, 8).to(ScalarType.Double));
    assertEquals(Plain.mask(DROP_BLOCK, 0, EXTENTS).scale(), y.max().item_double());
  }

  @ParameterizedTest
  @EnumSource(names = {"Half", "BFloat16", "Double"})
  void fillsAreRoundedToTheType(ScalarType type) {
    DropBlock filled = UNSCALED.withFill(Fill.constant(.1f));
    Tensor x = numbers(4, 6, 9, 8).to(type);
    Tensor y = train(new DropBlockModule(filled), x);
    float rounded = floats(Tensor.create(new float[] {.1f}, 1).to(type))[0];
    float[] expected = Plain.apply(UNSCALED, 0, floats(x), EXTENTS);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = expected[i] == 0 ? rounded : expected[i];
    }
    assertArrayEquals(expected, floats(y));
  }

  /** A tensor without numbers is on a device of its own: what is written comes there. */
  @ParameterizedTest
  @EnumSource(names = {"Float", "BFloat16"})
  void theResultIsOnTheDeviceOfTheInput(ScalarType type) {
    Tensor x = numbers(4, 6, 9, 8).to(new Device(DeviceType.Meta), type);
    Tensor y = train(new DropBlockModule(DROP_BLOCK.withFill(Fill.constant(1))), x);
    assertEquals(DeviceType.Meta, y.device().type().intern());
    assertEquals(type, y.scalar_type().intern());
    assertArrayEquals(x.shape(), y.shape());
  }
}
