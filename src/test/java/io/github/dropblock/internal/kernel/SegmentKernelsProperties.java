package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.internal.kernel.BufferSegments.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Masks on direct buffers, against the scalar kernel: elements outside a run stay as they are. */
@Tag("kernels")
class SegmentKernelsProperties extends KernelArbitraries {
  private static final float SCALE = 1.25f;

  @Provide
  Arbitrary<SegmentKernels> segments() {
    SegmentKernels plain = new BufferSegments(Fault.NONE);
    boolean real =
        KernelsUnderTest.vectorApiIsThere()
            && Runtime.version().feature() >= SegmentAttempt.FIRST_VERSION;
    return Arbitraries.of(real ? List.of(plain, Vectors.segments()) : List.of(plain));
  }

  /** Floats that begin a number of bytes behind what {@code allocateDirect} aligns. */
  private static FloatBuffer direct(float[] numbers, int bytes) {
    ByteBuffer memory = ByteBuffer.allocateDirect(4 * numbers.length + bytes);
    memory.position(bytes);
    FloatBuffer floats = memory.slice().order(ByteOrder.nativeOrder()).asFloatBuffer();
    return floats.put(0, numbers);
  }

  private static float[] contents(FloatBuffer buffer) {
    float[] numbers = new float[buffer.capacity()];
    buffer.get(0, numbers);
    return numbers;
  }

  @Property
  void aRunGetsWhatTheScalarKernelWrites(
      @ForAll("segments") SegmentKernels kernels,
      @ForAll("tensors") float[] in,
      @ForAll("tensors") float[] out,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run run,
      @ForAll("scales") float scale,
      @ForAll @IntRange(max = 3) int bytes) {
    float[] expected = out.clone();
    new ScalarKernels()
        .applyMask(
            in,
            run.inOffset(),
            expected,
            run.outOffset(),
            run.length(),
            dropped,
            run.firstBit(),
            scale);
    FloatBuffer source = direct(in, bytes);
    FloatBuffer target = direct(out, bytes);
    DirectFloats.applyMask(
        DirectFloats.of(source.asReadOnlyBuffer(), kernels),
        run.inOffset(),
        DirectFloats.of(target, kernels),
        run.outOffset(),
        run.length(),
        dropped,
        run.firstBit(),
        scale);
    assertArrayEquals(expected, contents(target));
    assertArrayEquals(in, contents(source));
  }

  /** In place, at each distance from a cache line, in several parts and with a rest. */
  @Example
  void longRunsInPlace(@ForAll Random random) {
    int length = 2 * Kernels.CHUNK + 77;
    for (SegmentKernels kernels : segments().allValues().orElseThrow().toList()) {
      for (int offset = 0; offset < 20; offset++) {
        float[] x = new float[offset + length + 3];
        for (int i = 0; i < x.length; i++) {
          x[i] = random.nextFloat();
        }
        long[] dropped = random.longs(length / 64 + 2).toArray();
        float[] expected = x.clone();
        new ScalarKernels().applyMask(x, offset, expected, offset, length, dropped, 9, SCALE);
        FloatBuffer buffer = direct(x, offset % 4);
        // The position and limit of a buffer do not matter.
        DirectFloats floats = DirectFloats.of(buffer.position(2).limit(3), kernels);
        DirectFloats.applyMask(floats, offset, floats, offset, length, dropped, 9, SCALE);
        assertArrayEquals(expected, contents(buffer.clear()));
      }
    }
  }

  /** Loaded only where the Vector API and segments are. */
  private static final class Vectors {
    static SegmentKernels segments() {
      return new VectorSegments();
    }
  }
}
