package io.github.dropblock.internal.kernel;

/** Chooses the kernels, once. */
public final class KernelSelector {
  private static final Selection SELECTION =
      new Selection(new ScalarKernels(), "the only kernels of this version");

  private KernelSelector() {}

  /** The kernels that every mask uses. */
  public static Kernels kernels() {
    return SELECTION.kernels();
  }

  /** The kernels and the reason for the choice. */
  public static Selection selection() {
    return SELECTION;
  }

  /** Kernels and why they were chosen. */
  public record Selection(Kernels kernels, String reason) {}
}
