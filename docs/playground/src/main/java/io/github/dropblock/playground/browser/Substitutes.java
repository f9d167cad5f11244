package io.github.dropblock.playground.browser;

import io.github.dropblock.Threads;
import io.github.dropblock.internal.apply.Workers;
import io.github.dropblock.internal.kernel.DirectFloats;
import io.github.dropblock.internal.kernel.KernelSelector.Selection;
import io.github.dropblock.internal.kernel.ScalarKernels;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.teavm.jso.JSBody;

/** Methods that the library's calls lead to in a browser: see {@link Redirect}. */
public final class Substitutes {
  private static final long LOW = 0xffffffffL;

  private Substitutes() {}

  /** Replaces {@code Math.multiplyFull}. */
  public static long multiplyFull(int a, int b) {
    return (long) a * b;
  }

  /** Replaces {@code Math.multiplyHigh}: the upper 64 bits of the signed product. */
  public static long multiplyHigh(long a, long b) {
    long middle = (a >> 32) * (b & LOW) + ((a & LOW) * (b & LOW) >>> 32);
    long rest = (middle & LOW) + (a & LOW) * (b >> 32);
    return (a >> 32) * (b >> 32) + (middle >> 32) + (rest >> 32);
  }

  /** Replaces {@code Threads.common}: a page has one thread. */
  public static Threads common() {
    return Threads.none();
  }

  /** Replaces {@code Workers.run}: the sum over all parts. */
  public static long run(Workers workers, int threads, int parts, IntToLongFunction part) {
    long sum = 0;
    for (int i = 0; i < parts; i++) {
      sum += part.applyAsLong(i);
    }
    return sum;
  }

  /** Replaces {@code KernelSelector.select}: the scalar kernels, without a look at the JVM. */
  public static Selection select(String choice, Supplier<?> vector) {
    return new Selection(new ScalarKernels(), "the page runs in a browser");
  }

  /** Replaces {@code DirectFloats.of}: a page has no memory segments. */
  public static DirectFloats of(FloatBuffer buffer) {
    return null;
  }

  /** Replaces {@code RegularizerFormat.text}: the page prints no choices of a regularizer. */
  public static String text(String type, Map<String, ?> choices) {
    return type;
  }

  /**
   * Replaces {@code String.format}, which brings tables of all locales with it. The library's
   * messages need no more than {@code %s} and {@code %d}.
   */
  public static String format(String format, Object... values) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < format.length(); i++) {
      if (format.charAt(i) == '%') {
        i++;
        text.append(values[next++]);
      } else {
        text.append(format.charAt(i));
      }
    }
    return text.toString();
  }

  /** Replaces {@code ByteBuffer.allocateDirect}, whose bytes are not zero with TeaVM. */
  public static ByteBuffer allocateDirect(int capacity) {
    return ByteBuffer.allocate(capacity);
  }

  /**
   * Replaces {@code Double.parseDouble}, which TeaVM rounds differently: the number that is nearest
   * to the text, by the browser.
   */
  public static double parseDouble(String text) {
    double number = number(text);
    if (Double.isNaN(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  @JSBody(
      params = "text",
      script =
          "return /^[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?$/i.test(text) ? Number(text) : NaN;")
  private static native double number(String text);
}
