package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Positions are by index, wherever the elements lie. */
class LayoutsTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK,
        DROP_BLOCK.withNormalization(Normalization.PLANE).withFill(Fill.gaussian(1, 2)),
        Dropout.of(.7, 1),
        DropPath.of(.5, 3),
        Cutout.of(2, 3, 5));
  }

  /** Views, none of which is row-major and dense. */
  private static Map<String, Tensor> views() {
    Map<String, Tensor> views = new LinkedHashMap<>();
    Tensor maps = numbers(4, 6, 9, 8);
    views.put("channels last", maps.contiguous(MemoryFormat.ChannelsLast));
    views.put(
        "channels last, volumes", numbers(2, 3, 4, 5, 6).contiguous(MemoryFormat.ChannelsLast3d));
    views.put("NWC", numbers(4, 50, 6).transpose(1, 2));
    views.put("permuted volumes", numbers(4, 5, 6, 2, 3).permute(3, 4, 1, 2, 0));
    views.put("N and C swapped", maps.transpose(0, 1));
    views.put("H and W swapped", maps.transpose(2, 3));
    views.put("features by samples", numbers(60, 40).transpose(0, 1));
    views.put("some channels", maps.narrow(1, 2, 3));
    views.put("some columns", maps.narrow(3, 1, 5));
    views.put("every other row", maps.slice(2, new LongOptional(0), new LongOptional(9), 2));
    views.put("one sample for all", numbers(1, 6, 9, 8).expand(4, 6, 9, 8));
    return views;
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void viewsHaveTheMaskOfTheirShape(Regularizer regularizer) {
    views()
        .forEach(
            (name, x) -> {
              float[] before = floats(x);
              Tensor y = train(new DropBlockModule(regularizer), x);
              float[] expected = Plain.apply(regularizer, 0, before, extents(x));
              assertArrayEquals(expected, floats(y), name);
              assertArrayEquals(before, floats(x), name);
            });
  }

  /** So the next convolution reads what it would have read without the module. */
  @ParameterizedTest
  @MethodSource("regularizers")
  void theOrderOfAxesStays(Regularizer regularizer) {
    for (String name : List.of("channels last", "channels last, volumes", "N and C swapped")) {
      Tensor x = views().get(name);
      Tensor y = train(new DropBlockModule(regularizer), x);
      for (int axis = 0; axis < x.dim(); axis++) {
        assertEquals(x.stride(axis), y.stride(axis), name);
      }
    }
    Tensor maps = numbers(4, 6, 9, 8);
    assertTrue(train(new DropBlockModule(regularizer), maps).is_contiguous());
  }
}
