package io.github.dropblock.internal.kernel;

import java.util.List;

/**
 * Reasons why vectors would be slow on a JVM. Unless HotSpot's C2 compiles the loops, each vector
 * is an object.
 *
 * <p>The JVM's flags decide, not a measurement. C2 compiles in the background. Even on a JVM where
 * vectors are fast, they were objects for the first 0.5 to 1.4 s of running the loops, so a
 * measurement in the first call cannot tell fast from slow JVMs.
 */
final class JvmObstacles {
  private static final String COMPILES = "UseCompiler";
  private static final String TIERED = "TieredCompilation";
  private static final String LAST_TIER = "TieredStopAtLevel";
  private static final String JVMCI = "UseJVMCICompiler";
  private static final String INTRINSICS = "EnableVectorSupport";
  private static final String INLINES = "Inline";
  private static final String AVX = "UseAVX";

  /** Flags that {@link #in} looks at. */
  static final List<String> FLAGS =
      List.of(COMPILES, TIERED, LAST_TIER, JVMCI, INTRINSICS, INLINES, AVX);

  private static final String C2_TIER = "4";

  private JvmObstacles() {}

  /** Returns why vectors are slow on a JVM, in one line, or null if there is no obstacle. */
  static String in(JvmFacts jvm) {
    if (jvm.name().isBlank() || jvm.info().isBlank()) {
      return "it cannot be read which JVM this is; a security manager may forbid it";
    }
    if (!hasC2(jvm.name())) {
      return "vectors are fast on HotSpot's server VM only, and this is " + jvm.name();
    }
    String mode = obstacleInMode(jvm.info());
    return mode == null ? obstacleInFlags(jvm) : mode;
  }

  /**
   * Tells whether a VM of this name has C2. Other VMs have other names, as do HotSpot's variants
   * without C2: Client, Minimal, Zero.
   */
  private static boolean hasC2(String name) {
    boolean hotSpot = name.startsWith("OpenJDK ") || name.contains("HotSpot");
    return hotSpot && name.endsWith("Server VM");
  }

  private static String obstacleInMode(String info) {
    if (info.contains("interpreted") || info.contains("emulated-client")) {
      return withoutOptimizing(info);
    }
    // -Xcomp compiles a method before profiles exist, and its vectors then stay objects.
    return info.contains("compiled mode") ? "vectors are slow in this JVM's " + info : null;
  }

  private static String obstacleInFlags(JvmFacts jvm) {
    if (jvm.flagIs(COMPILES, "false")) {
      return withoutOptimizing("-XX:-" + COMPILES);
    }
    if (stopsBeforeC2(jvm)) {
      return withoutOptimizing("-XX:" + LAST_TIER + "=" + jvm.flags().get(LAST_TIER));
    }
    if (usesJvmci(jvm)) {
      return "this JVM compiles by JVMCI (-XX:+" + JVMCI + "), and vectors are slow there";
    }
    for (String needed : List.of(INTRINSICS, INLINES)) {
      if (jvm.flagIs(needed, "false")) {
        return "vectors are slow with -XX:-" + needed;
      }
    }
    // HotSpot sets the flag to what an x86 CPU has, and other CPUs have no such flag.
    if (jvm.flagIs(AVX, "0") || jvm.flagIs(AVX, "1")) {
      return "vectors are slow without AVX2: -XX:" + AVX + "=" + jvm.flags().get(AVX);
    }
    return null;
  }

  private static String withoutOptimizing(String why) {
    return "this JVM runs without its optimizing compiler: " + why;
  }

  /**
   * Tells whether tiered compilation stops before C2. Without tiers, C2 compiles whatever the last
   * tier is set to.
   */
  private static boolean stopsBeforeC2(JvmFacts jvm) {
    String last = jvm.flags().getOrDefault(LAST_TIER, C2_TIER);
    return !jvm.flagIs(TIERED, "false") && !last.equals(C2_TIER);
  }

  /**
   * Tells whether a JVMCI compiler may be in use. Experimental flags can be hidden, and then JVMCI
   * alone decides.
   */
  private static boolean usesJvmci(JvmFacts jvm) {
    return jvm.flagIs(JVMCI, "true") || (jvm.jvmci() && !jvm.flagIs(JVMCI, "false"));
  }
}
