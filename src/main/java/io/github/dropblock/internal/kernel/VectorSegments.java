package io.github.dropblock.internal.kernel;

import static io.github.dropblock.internal.kernel.VectorBits.FLOATS;
import static io.github.dropblock.internal.kernel.VectorBits.INTS;
import static io.github.dropblock.internal.kernel.VectorBits.TO_SIGN;
import static java.lang.invoke.MethodType.methodType;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;

import io.github.dropblock.internal.bits.Bits;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops in vectors on memory segments, which are part of Java from version 22 on.
 *
 * <p>The library is compiled for Java 17, so segments are reached by method handles. The handles
 * are constants, and take segments as plain objects, so the compiler inlines the calls like any
 * other. On an older JVM this class fails to load.
 *
 * <p>Only memory outside the heap may come here. A single segment of an array makes the compiled
 * loops four to five times slower for all that follow.
 */
final class VectorSegments implements SegmentKernels {
  private static final int LANES = FLOATS.length();
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

  private static final MethodHandle OF_BUFFER;
  private static final MethodHandle ADDRESS;
  private static final MethodHandle LOAD;
  private static final MethodHandle STORE;

  static {
    try {
      Lookup lookup = MethodHandles.lookup();
      Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
      OF_BUFFER =
          lookup
              .findStatic(segment, "ofBuffer", methodType(segment, Buffer.class))
              .asType(methodType(Object.class, FloatBuffer.class));
      ADDRESS =
          lookup
              .findVirtual(segment, "address", methodType(long.class))
              .asType(methodType(long.class, Object.class));
      LOAD =
          lookup
              .findStatic(
                  FloatVector.class,
                  "fromMemorySegment",
                  methodType(
                      FloatVector.class, VectorSpecies.class, segment, long.class, ByteOrder.class))
              .asType(
                  methodType(
                      FloatVector.class,
                      VectorSpecies.class,
                      Object.class,
                      long.class,
                      ByteOrder.class));
      STORE =
          lookup
              .findVirtual(
                  FloatVector.class,
                  "intoMemorySegment",
                  methodType(void.class, segment, long.class, ByteOrder.class))
              .asType(
                  methodType(
                      void.class, FloatVector.class, Object.class, long.class, ByteOrder.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public Object segment(FloatBuffer buffer) {
    try {
      return (Object) OF_BUFFER.invokeExact(buffer.duplicate().clear());
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  @Override
  public long address(Object segment) {
    try {
      return (long) ADDRESS.invokeExact(segment);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  @Override
  public int applyMask(
      Object in,
      long inByte,
      Object out,
      long outByte,
      int length,
      long[] dropped,
      int firstBit,
      float scale) {
    int words = length >> 6;
    // Parts are short, so that a call that runs while this code is compiled soon gets the new code.
    for (int word = 0; word < words; word += Kernels.CHUNK / Long.SIZE) {
      int count = Math.min(Kernels.CHUNK / Long.SIZE, words - word);
      long byteOffset = (long) word * Long.SIZE * Float.BYTES;
      int bit = firstBit + word * Long.SIZE;
      applyWords(in, inByte + byteOffset, out, outByte + byteOffset, count, dropped, bit, scale);
    }
    int end = words * Long.SIZE;
    int whole = length & -LANES;
    if (end < whole) {
      long bits = Bits.read(dropped, firstBit + end, whole - end);
      long at = (long) end * Float.BYTES;
      applyPart(in, inByte + at, out, outByte + at, whole - end, bits, scale);
    }
    return whole;
  }

  private static void applyWords(
      Object in,
      long inByte,
      Object out,
      long outByte,
      int words,
      long[] dropped,
      int firstBit,
      float scale) {
    for (int word = 0; word < words; word++) {
      long at = (long) word * Long.SIZE * Float.BYTES;
      long bits = Bits.word(dropped, firstBit + word * Long.SIZE);
      applyPart(in, inByte + at, out, outByte + at, Long.SIZE, bits, scale);
    }
  }

  private static void applyPart(
      Object in, long inByte, Object out, long outByte, int length, long bits, float scale) {
    for (int i = 0; i < length; i += LANES) {
      long at = (long) i * Float.BYTES;
      applyVector(in, inByte + at, out, outByte + at, bits >>> i, scale);
    }
  }

  private static void applyVector(
      Object in, long inByte, Object out, long outByte, long bits, float scale) {
    try {
      FloatVector read = (FloatVector) LOAD.invokeExact(FLOATS, in, inByte, NATIVE);
      IntVector kept =
          IntVector.broadcast(INTS, (int) ~bits).lanewise(LSHL, TO_SIGN).lanewise(ASHR, 31);
      IntVector chosen = read.mul(scale).reinterpretAsInts().and(kept);
      STORE.invokeExact(chosen.reinterpretAsFloats(), out, outByte, NATIVE);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** Throws what a handle threw. None of the methods behind them declares an exception. */
  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) e;
  }
}
