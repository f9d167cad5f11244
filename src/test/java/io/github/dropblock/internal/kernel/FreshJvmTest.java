package io.github.dropblock.internal.kernel;

import static io.github.dropblock.internal.kernel.FreshJvm.LIBRARY;
import static io.github.dropblock.internal.kernel.FreshJvm.VECTORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.internal.kernel.FreshJvm.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of kernels in JVMs that have not made it yet. */
class FreshJvmTest {
  @TempDir private Path folder;

  private Printed run(String... options) throws IOException, InterruptedException {
    return FreshJvm.run(folder, LIBRARY, options);
  }

  /** Asserts that each of the four calls gave this exception. */
  private static void assertAllThrow(String start, Printed printed) {
    assertEquals(4, printed.lines().size(), printed::toString);
    assertEquals(1, Set.copyOf(printed.lines()).size(), printed::toString);
    assertTrue(printed.lines().get(0).startsWith(start), printed::toString);
  }

  private static void assertScalar(String reason, Printed printed) {
    String info = "KernelInfo[name=scalar, reason=" + reason;
    assertTrue(printed.lines().get(0).startsWith(info), printed::toString);
    assertEquals(FreshJvmMain.ZEROS, printed.lines().get(1), printed::toString);
    assertEquals(printed.lines().subList(0, 2), printed.lines().subList(2, 4));
  }

  @Test
  void anUnknownChoiceFailsAlikeAtEachCall() throws Exception {
    assertAllThrow(
        "java.lang.IllegalArgumentException: dropblock.kernels must be auto, scalar or vector: fast",
        run("-Ddropblock.kernels=fast"));
  }

  @Test
  void aChoiceThatCannotBeMetFailsAlikeAtEachCall() throws Exception {
    assertAllThrow(
        "java.lang.IllegalStateException: dropblock.kernels=vector cannot be met: for vectors,",
        run("-Ddropblock.kernels=vector"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aJvmThatStopsBeforeC2RunsScalar(int tier) throws Exception {
    String stop = "-XX:TieredStopAtLevel=" + tier;
    assertScalar(
        "this JVM runs without its optimizing compiler: " + stop + "]", run(VECTORS, stop));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void anX86CpuWithoutAvx2RunsScalar(int avx) throws Exception {
    String flag = "-XX:UseAVX=" + avx;
    assertScalar("vectors are slow without AVX2: " + flag + "]", run(VECTORS, flag));
  }

  @Test
  void nothingIsLogged() throws Exception {
    Printed printed = run(VECTORS);
    assertTrue(printed.lines().get(0).startsWith("KernelInfo[name="), printed::toString);
    List<String> errors =
        printed.error().lines().filter(line -> !line.contains("incubator module")).toList();
    assertEquals(List.of(), errors);
  }

  /** As a tool leaves it that shrinks jars. */
  @Test
  void aJarWithoutTheVectorClassesRunsScalarAndWarns() throws Exception {
    Path library = folder.resolve("library");
    copyLibraryWithoutVectors(library);
    Printed printed = FreshJvm.run(folder, library, VECTORS);
    assertScalar("the jar lacks the vector kernels: ", printed);
    String warning = "DropBlock does not use its vector kernels: the jar lacks the vector kernels";
    assertEquals(2, printed.error().split(warning, -1).length, printed::toString);
  }

  private static void copyLibraryWithoutVectors(Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(LIBRARY)) {
      files = all.filter(file -> file.toString().endsWith(".class")).collect(Collectors.toList());
    }
    assertTrue(files.removeIf(file -> file.getFileName().toString().startsWith("Vector")));
    for (Path file : files) {
      Path copy = target.resolve(LIBRARY.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /** Nobody may read a property of this library's, so the default holds. */
  @EnabledForJreRange(max = JRE.JAVA_23)
  @ParameterizedTest
  @ValueSource(strings = {"-Xmixed", VECTORS, "-Ddropblock.kernels=vector"})
  void aSecurityManagerThatForbidsEverythingMeansDefaults(String option) throws Exception {
    Printed printed = run("-Djava.security.manager", option);
    assertScalar(option.equals(VECTORS) ? "it cannot be read which JVM" : "for vectors", printed);
  }

  @EnabledForJreRange(max = JRE.JAVA_23)
  @Test
  void permissionsForTheApplicationAloneMeanDefaults() throws Exception {
    assertScalar("it cannot be read which JVM", withPolicyFor(FreshJvm.TESTS));
  }

  @EnabledForJreRange(max = JRE.JAVA_23)
  @Test
  void permissionsForAllGiveTheUsualChoice() throws Exception {
    Printed free = run(VECTORS);
    assertEquals(free.lines(), withPolicyFor(FreshJvm.TESTS, LIBRARY).lines());
    assertFalse(free.lines().contains("it cannot be read which JVM"));
  }

  private Printed withPolicyFor(Path... places) throws IOException, InterruptedException {
    Path policy = folder.resolve("policy");
    StringBuilder text = new StringBuilder();
    for (Path place : places) {
      text.append("grant codeBase \"")
          .append(place.toUri())
          .append("-\" {")
          .append(" permission java.security.AllPermission; };\n");
    }
    Files.writeString(policy, text);
    return run(VECTORS, "-Djava.security.manager", "-Djava.security.policy==" + policy.toUri());
  }
}
