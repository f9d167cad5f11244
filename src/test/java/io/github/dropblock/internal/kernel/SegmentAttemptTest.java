package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.dropblock.internal.kernel.BufferSegments.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Loops on memory outside the heap run where they exist and are right, and only there. */
@Tag("kernels")
class SegmentAttemptTest {
  private static final int NEW = SegmentAttempt.FIRST_VERSION;

  private static FloatBuffer direct(ByteOrder order) {
    return ByteBuffer.allocateDirect(64).order(order).asFloatBuffer();
  }

  @Test
  void rightLoopsAreTaken() {
    SegmentKernels right = new BufferSegments(Fault.NONE);
    assertSame(right, SegmentAttempt.with(NEW, () -> right));
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, names = "NONE", mode = Mode.EXCLUDE)
  void wrongLoopsAreNotTaken(Fault fault) {
    assertNull(SegmentAttempt.with(NEW, () -> new BufferSegments(fault)));
  }

  @Test
  void loopsThatDoNotLoadAreNotTaken() {
    assertNull(
        SegmentAttempt.with(
            NEW,
            () -> {
              throw new NoClassDefFoundError("java/lang/foreign/MemorySegment");
            }));
  }

  @Test
  void anOlderJavaIsNotTried() {
    assertNull(SegmentAttempt.with(NEW - 1, () -> fail("loaded")));
  }

  /** The path is there with the vector kernels from Java 22 on, and absent otherwise. */
  @Test
  void directBuffersOfTheMachinesOrderAreReachedWithVectors() {
    boolean expected =
        Runtime.version().feature() >= NEW && KernelSelector.kernels().vectorBits() > 0;
    assertEquals(expected, DirectFloats.of(direct(ByteOrder.nativeOrder())) != null);
    assertEquals(
        expected, DirectFloats.of(direct(ByteOrder.nativeOrder()).asReadOnlyBuffer()) != null);
  }

  @Test
  void otherBuffersAreNeverReached() {
    SegmentKernels kernels = new BufferSegments(Fault.NONE);
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    ByteOrder other = little ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    assertNotNull(DirectFloats.of(direct(ByteOrder.nativeOrder()), kernels));
    assertNull(DirectFloats.of(direct(other), kernels));
    assertNull(DirectFloats.of(FloatBuffer.allocate(16), kernels));
    assertNull(DirectFloats.of(ByteBuffer.allocate(64).asFloatBuffer(), kernels));
  }
}
