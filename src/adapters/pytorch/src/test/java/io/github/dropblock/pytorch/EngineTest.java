package io.github.dropblock.pytorch;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests in the engine share: a scope, numbers, and a pass through a module. */
abstract class EngineTest {
  private PointerScope scope;

  @BeforeEach
  final void openScope() {
    scope = new PointerScope();
  }

  @AfterEach
  final void closeScope() {
    scope.close();
  }

  /** Numbers in [1, 2): none is 0, so that 0 in an output means that it was dropped. */
  static Tensor numbers(long... shape) {
    Random random = new Random(1);
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + random.nextFloat();
    }
    return Tensor.create(values, shape);
  }

  static Tensor ones(long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.fill(values, 1);
    return Tensor.create(values, shape);
  }

  static Tensor train(DropBlockModule module, Tensor x) {
    module.train(true);
    return module.forward(x);
  }

  static Tensor infer(DropBlockModule module, Tensor x) {
    module.eval();
    return module.forward(x);
  }

  /** The elements in the order of their indices, as floats. */
  static float[] floats(Tensor x) {
    Tensor dense = x.to(ScalarType.Float).contiguous();
    float[] values = new float[(int) x.numel()];
    dense.<FloatBuffer>createBuffer().get(values);
    return values;
  }

  static int[] extents(Tensor x) {
    return Arrays.stream(x.shape()).mapToInt(Math::toIntExact).toArray();
  }

  static boolean hasZero(Tensor x) {
    for (float value : floats(x)) {
      if (value == 0) {
        return true;
      }
    }
    return false;
  }
}
