package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only HotSpot's C2, in its usual mode, makes vectors fast. */
class JvmObstaclesTest {
  private static final String SERVER = "OpenJDK 64-Bit Server VM";
  private static final String MIXED = "mixed mode, sharing";

  private static String obstacle(String name, String info) {
    return oneLine(new JvmFacts(name, info, false, Map.of()));
  }

  private static String obstacle(boolean jvmci, Map<String, String> flags) {
    return oneLine(new JvmFacts(SERVER, MIXED, jvmci, flags));
  }

  private static String oneLine(JvmFacts jvm) {
    String obstacle = JvmObstacles.in(jvm);
    assertTrue(obstacle == null || (!obstacle.isBlank() && obstacle.lines().count() == 1));
    return obstacle;
  }

  @ParameterizedTest
  @ValueSource(strings = {SERVER, "Java HotSpot(TM) 64-Bit Server VM", "OpenJDK Server VM"})
  void hotSpotsServerVmIsAccepted(String name) {
    assertNull(obstacle(name, MIXED));
    assertNull(obstacle(name, "mixed mode"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Eclipse OpenJ9 VM",
        "IBM J9 VM",
        "Substrate VM",
        "Zing 64-Bit Tiered VM",
        "Some 64-Bit Server VM",
        "OpenJDK 64-Bit Client VM",
        "OpenJDK 64-Bit Minimal VM",
        "OpenJDK 64-Bit Zero VM",
        "Java HotSpot(TM) Client VM"
      })
  void otherVmsAreRefusedByName(String name) {
    assertEquals(
        "vectors are fast on HotSpot's server VM only, and this is " + name, obstacle(name, MIXED));
  }

  @Test
  void aJvmThatMayNotBeLookedAtIsRefused() {
    String unknown = "it cannot be read which JVM this is; a security manager may forbid it";
    assertEquals(unknown, obstacle("", MIXED));
    assertEquals(unknown, obstacle(SERVER, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"interpreted mode, sharing", "mixed mode, emulated-client, sharing"})
  void modesWithoutC2AreRefused(String info) {
    assertEquals("this JVM runs without its optimizing compiler: " + info, obstacle(SERVER, info));
  }

  @Test
  void compilingEverythingAtOnceIsRefused() {
    assertEquals("vectors are slow in this JVM's compiled mode", obstacle(SERVER, "compiled mode"));
  }

  @ParameterizedTest
  @CsvSource({
    "TieredStopAtLevel, 0, this JVM runs without its optimizing compiler: -XX:TieredStopAtLevel=0",
    "TieredStopAtLevel, 2, this JVM runs without its optimizing compiler: -XX:TieredStopAtLevel=2",
    "TieredStopAtLevel, 3, this JVM runs without its optimizing compiler: -XX:TieredStopAtLevel=3",
    "UseCompiler, false, this JVM runs without its optimizing compiler: -XX:-UseCompiler",
    "EnableVectorSupport, false, vectors are slow with -XX:-EnableVectorSupport",
    "Inline, false, vectors are slow with -XX:-Inline",
    "UseAVX, 0, vectors are slow without AVX2: -XX:UseAVX=0",
    "UseAVX, 1, vectors are slow without AVX2: -XX:UseAVX=1",
  })
  void flagsThatMakeVectorsSlowAreRefused(String flag, String value, String expected) {
    assertTrue(JvmObstacles.FLAGS.contains(flag), flag);
    assertEquals(expected, obstacle(false, Map.of(flag, value)));
  }

  @ParameterizedTest
  @CsvSource({
    "TieredStopAtLevel, 4",
    "TieredCompilation, false",
    "UseCompiler, true",
    "EnableVectorSupport, true",
    "Inline, true",
    "UseAVX, 2",
    "UseAVX, 3",
    "UseJVMCICompiler, false"
  })
  void usualFlagsAreAccepted(String flag, String value) {
    assertTrue(JvmObstacles.FLAGS.contains(flag), flag);
    assertNull(obstacle(false, Map.of(flag, value)));
  }

  @Test
  void c2WithoutTiersHasNoLastTier() {
    assertNull(obstacle(false, Map.of("TieredCompilation", "false", "TieredStopAtLevel", "1")));
  }

  @Test
  void anotherCompilerIsRefused() {
    String jvmci = "this JVM compiles by JVMCI (-XX:+UseJVMCICompiler), and vectors are slow there";
    assertEquals(jvmci, obstacle(true, Map.of("UseJVMCICompiler", "true")));
    assertEquals(jvmci, obstacle(false, Map.of("UseJVMCICompiler", "true")));
    assertEquals(jvmci, obstacle(true, Map.of()), "the flag may be hidden");
  }

  @Test
  void anInterfaceForCompilersThatNoneUsesIsAccepted() {
    assertNull(obstacle(true, Map.of("UseJVMCICompiler", "false")));
  }

  @Test
  void thisJvmTellsItsFlags() {
    JvmFacts jvm = JvmFacts.read();
    assertEquals(System.getProperty("java.vm.name"), jvm.name());
    assertEquals(System.getProperty("java.vm.info"), jvm.info());
    assertTrue(jvm.flags().containsKey("TieredStopAtLevel"), () -> jvm.flags().toString());
  }
}
