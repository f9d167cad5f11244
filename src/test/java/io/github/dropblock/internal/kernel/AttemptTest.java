package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong with vectors, the scalar kernels run, unless vectors are forced. */
class AttemptTest {
  static final JvmFacts GOOD =
      new JvmFacts("OpenJDK 64-Bit Server VM", "mixed mode", false, Map.of());

  private static Kernels fail(Throwable failure) {
    return AttemptTest.<RuntimeException>failUnchecked(failure);
  }

  @SuppressWarnings("unchecked") // The compiler cannot know which failure it is.
  private static <T extends Throwable> Kernels failUnchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  static List<Throwable> failures() {
    return List.of(
        new SecurityException("no"),
        new IllegalStateException("first line\nsecond line"),
        new ExceptionInInitializerError(new ArithmeticException("zero")),
        new UnsupportedClassVersionError("77"),
        new NoClassDefFoundError("io/github/dropblock/internal/kernel/VectorThreefry"),
        new StackOverflowError(),
        new InternalError("of the VM"),
        new ClassNotFoundException("x"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anyFailureMeansScalarAndAReason(Throwable failure) {
    Supplier<Attempt> vector = () -> Attempt.with(() -> GOOD, () -> fail(failure));
    assertTrue(vector.get().broken());
    KernelSelector.Selection selection = KernelSelector.select("auto", vector);
    assertEquals("scalar", selection.kernels().name());
    assertEquals(1, selection.reason().lines().count(), selection.reason());
    assertTrue(selection.reason().contains("vector kernels"), selection.reason());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aForcedChoiceTellsTheSameEachTime(Throwable failure) {
    Supplier<Attempt> vector = () -> Attempt.with(() -> GOOD, () -> fail(failure));
    Outcome outcome = Outcome.of(() -> KernelSelector.select("vector", vector));
    Exception first = assertThrows(IllegalStateException.class, outcome::get);
    Exception second = assertThrows(IllegalStateException.class, outcome::get);
    assertNotSame(first, second);
    assertEquals(first.getMessage(), second.getMessage());
    assertSame(failure, second.getCause());
    assertTrue(second.getMessage().startsWith("dropblock.kernels=vector cannot be met: "));
  }

  @Test
  void anUnknownChoiceTellsTheSameEachTime() {
    Outcome outcome =
        Outcome.of(() -> KernelSelector.select("vektor", () -> fail("not even tried")));
    for (int i = 0; i < 2; i++) {
      Exception e = assertThrows(IllegalArgumentException.class, outcome::get);
      assertEquals("dropblock.kernels must be auto, scalar or vector: vektor", e.getMessage());
    }
  }

  private static Attempt fail(String why) {
    throw new AssertionError(why);
  }

  @Test
  void aJvmThatCannotBeLookedAtMeansScalar() {
    Supplier<JvmFacts> facts =
        () -> {
          throw new SecurityException("access denied");
        };
    Attempt attempt = Attempt.with(facts, ScalarKernels::new);
    assertTrue(attempt.obstacle().contains("access denied"), attempt.obstacle());
  }

  @Test
  void aSlowJvmDoesNotEvenLoadThem() {
    JvmFacts openJ9 = new JvmFacts("Eclipse OpenJ9 VM", "JRE 17", false, Map.of());
    Attempt attempt = Attempt.with(() -> openJ9, () -> fail(new AssertionError("loaded")));
    assertTrue(attempt.obstacle().contains("OpenJ9"), attempt.obstacle());
    assertFalse(attempt.broken());
  }

  @Test
  void missingClassesAreNamed() {
    String ours = "io/github/dropblock/internal/kernel/VectorKernels";
    String theirs = "jdk/incubator/vector/FloatVector";
    assertEquals(
        "the jar lacks the vector kernels: java.lang.NoClassDefFoundError: " + ours,
        Attempt.with(() -> GOOD, () -> fail(new NoClassDefFoundError(ours))).obstacle());
    assertEquals(
        "the library's class loader does not find the Vector API:"
            + " java.lang.NoClassDefFoundError: "
            + theirs,
        Attempt.with(() -> GOOD, () -> fail(new NoClassDefFoundError(theirs))).obstacle());
  }

  @Test
  void aFailedInitializerTellsWhatFailed() {
    Throwable failure = new ExceptionInInitializerError(new ArithmeticException("zero"));
    assertEquals(
        "the vector kernels do not run on this JVM: java.lang.ArithmeticException: zero",
        Attempt.with(() -> GOOD, () -> fail(failure)).obstacle());
  }

  @Test
  void anAttemptThatSucceedsHasNoObstacle() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      if (kernels.vectorBits() >= 128) {
        Attempt attempt = Attempt.with(() -> GOOD, () -> kernels);
        assertSame(kernels, attempt.kernels());
        assertNull(attempt.obstacle());
      }
    }
  }
}
