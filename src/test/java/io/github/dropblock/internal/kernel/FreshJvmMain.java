package io.github.dropblock.internal.kernel;

import io.github.dropblock.DropBlock;
import io.github.dropblock.KernelInfo;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.function.Supplier;

/** Asks for the kernels and uses them, twice each, and prints a line for each answer. */
final class FreshJvmMain {
  /** Zeros in what {@link #drop} gives. */
  static final String ZEROS = "75";

  private FreshJvmMain() {}

  public static void main(String[] args) {
    for (int i = 0; i < 2; i++) {
      print(KernelInfo::current);
      print(FreshJvmMain::drop);
    }
  }

  private static Object drop() {
    return DropBlock.apply(Tensor.full(Shape.nchw(2, 3, 14, 14), 1f), .8, 5, 42).countZeros();
  }

  private static void print(Supplier<Object> answer) {
    try {
      System.out.println(answer.get());
    } catch (Throwable e) {
      // An error as well: the tests compare what is thrown at each call.
      System.out.println(e);
    }
  }
}
