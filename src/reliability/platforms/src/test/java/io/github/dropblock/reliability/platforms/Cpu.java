package io.github.dropblock.reliability.platforms;

import io.github.dropblock.KernelInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kernels to expect here. */
final class Cpu {
  /** What JVMs with the Vector module use: vectors wherever the project promises them. */
  static final String KERNELS =
      System.getProperty("os.arch").matches("amd64|x86_64|aarch64") ? "vector (" : "";

  private static final Pattern BITS = Pattern.compile("(\\d+) bit, passed its self-test");

  private Cpu() {}

  /** What they use where vectors have at most so many bits, and at most those of this CPU. */
  static String kernels(int mostBits) {
    // This JVM has the Vector module and no such limit.
    Matcher bits = BITS.matcher(KernelInfo.current().reason());
    return bits.matches()
        ? "vector (" + Math.min(mostBits, Integer.parseInt(bits.group(1))) + " bit"
        : KERNELS;
  }
}
