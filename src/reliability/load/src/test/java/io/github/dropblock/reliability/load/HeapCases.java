package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Collects cases of the usual kinds. */
final class HeapCases {
  private final List<HeapCase> cases = new ArrayList<>();

  List<HeapCase> list() {
    return cases;
  }

  /** A call that gives a new mask. */
  HeapCases mask(String name, Supplier<DropMask> call) {
    DropMask[] result = new DropMask[1];
    return add(
        name,
        () -> result[0] = null,
        () -> result[0] = call.get(),
        () -> result[0] == null ? 0 : Hash.of(result[0]));
  }

  /** A call that gives a new tensor, and leaves its input alone. */
  HeapCases tensor(String name, Tensor x, Supplier<Tensor> call) {
    Tensor[] result = new Tensor[1];
    return add(
        name,
        () -> result[0] = null,
        () -> result[0] = call.get(),
        () -> Hash.of(x.data()) + (result[0] == null ? 0 : Hash.of(result[0].data())));
  }

  /** A call that writes to an array. */
  HeapCases inPlace(String name, int size, Consumer<float[]> call) {
    float[] x = new float[size];
    return add(name, () -> Inputs.write(x), () -> call.accept(x), () -> Hash.of(x));
  }

  /** A call that writes to a buffer. */
  HeapCases buffer(String name, int size, Consumer<FloatBuffer> call) {
    float[] x = new float[size];
    FloatBuffer buffer = FloatBuffer.wrap(x);
    return add(name, () -> Inputs.write(x), () -> call.accept(buffer), () -> Hash.of(x));
  }

  HeapCases add(String name, Runnable reset, Runnable call, LongSupplier state) {
    cases.add(new HeapCase(name, reset, call, state));
    return this;
  }
}
