package io.github.dropblock.internal.kernel;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Selector of the kernels. The choice is made once, when kernels are first needed. */
public final class KernelSelector {
  /** System property that forces a choice: {@code auto}, {@code scalar} or {@code vector}. */
  static final String PROPERTY = "dropblock.kernels";

  private static final String AUTO = "auto";

  private KernelSelector() {}

  /**
   * Returns the kernels that every mask uses.
   *
   * @throws IllegalArgumentException if the system property has an unknown value
   * @throws IllegalStateException if the vector kernels are requested and not available
   */
  public static Kernels kernels() {
    return selection().kernels();
  }

  /**
   * Returns the kernels and the reason for the choice.
   *
   * @throws IllegalArgumentException if the system property has an unknown value
   * @throws IllegalStateException if the vector kernels are requested and not available
   */
  public static Selection selection() {
    return Chosen.OUTCOME.get();
  }

  static Selection select(String choice, Supplier<Attempt> vector) {
    return switch (choice) {
      case AUTO -> vectorOrScalar(vector.get());
      case "vector" -> vectorOrFailure(vector.get());
      case "scalar" -> scalar("asked for by -D" + PROPERTY + "=scalar");
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " must be auto, scalar or vector: " + choice);
    };
  }

  private static Selection vectorOrScalar(Attempt vector) {
    if (vector.obstacle() == null) {
      return chosen(vector.kernels());
    }
    return scalar(vector.obstacle());
  }

  private static Selection vectorOrFailure(Attempt vector) {
    if (vector.obstacle() == null) {
      return chosen(vector.kernels());
    }
    throw new IllegalStateException(
        PROPERTY + "=vector cannot be met: " + vector.obstacle(), vector.cause());
  }

  private static Selection chosen(Kernels vector) {
    return new Selection(vector, vector.vectorBits() + " bit, passed its self-test");
  }

  private static Selection scalar(String reason) {
    return new Selection(new ScalarKernels(), reason);
  }

  /**
   * Tries the vector kernels, and logs if they are broken. Otherwise nothing is logged, since
   * creating a logger takes more time than everything else in the first call.
   */
  private static Attempt attempt() {
    Attempt attempt = Attempt.onThisJvm();
    if (attempt.broken()) {
      warn("DropBlock does not use its vector kernels: " + attempt.obstacle());
    }
    return attempt;
  }

  private static void warn(String message) {
    try {
      System.getLogger("io.github.dropblock").log(Level.WARNING, message);
    } catch (Throwable e) {
      // Masks must not fail because a logger does.
      return;
    }
  }

  /** Holder of the choice. The first thread that asks makes it, and the others wait. */
  private static final class Chosen {
    static final Outcome OUTCOME =
        Outcome.of(() -> select(JvmFacts.property(PROPERTY, AUTO), KernelSelector::attempt));
  }

  /** Kernels and why they were chosen. */
  public record Selection(Kernels kernels, String reason) {}
}
