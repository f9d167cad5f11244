package io.github.dropblock.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.examples.common.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake of the user costs one line on stderr and exit code 2. */
class ErrorsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "--nonsense, --nonsense",
    "--keep-prob=much, --keep-prob",
    "--keep-prob, --keep-prob",
    "--keep-prob=1.5, keepProb",
    "--keep-prob=-0.1, keepProb",
    "--keep-prob=NaN, keepProb",
    "--keep-prob=Infinity, keepProb",
    "--block-size=0, blockSize",
    "--block-size=-7, blockSize",
    "--block-size=2.5, --block-size",
    "--block-size=9999999999, --block-size",
    "--gamma=guess, --gamma",
    "--seed=now, --seed",
  })
  void aBadOptionIsNamed(String argument, String named) {
    assertOneLine(Run.of(argument, "--output=" + directory), named);
  }

  @Test
  void aSecondPictureIsRefused() {
    assertOneLine(Run.of("one.png", "two.png"), "two.png");
  }

  @Test
  void aMissingPictureIsNamed() {
    assertOneLine(run(directory.resolve("none.png")), "none.png: no such file or directory");
  }

  @Test
  void aDirectoryIsNotAPicture() {
    assertOneLine(run(directory), directory.toString());
  }

  @Test
  void aTextIsNotAPicture() throws IOException {
    Path text = Files.writeString(directory.resolve("text.png"), "no picture");

    assertOneLine(run(text), "text.png: not a picture");
  }

  @Test
  void aTruncatedPictureIsReported() throws IOException {
    Path whole = directory.resolve("whole.png");
    Pictures.writePng(Pictures.blank(50, 50), whole);
    Path half = directory.resolve("half.png");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(half, Arrays.copyOf(bytes, 40));

    assertOneLine(run(half), "half.png");
  }

  @Test
  void anOutputThatIsAFileIsReported() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertOneLine(Run.of("--output=" + file), "cannot write " + file);
    assertOneLine(Run.of("--output=" + file.resolve("below")), "cannot write " + file);
  }

  @Test
  void anUnwritablePictureIsReported() throws IOException {
    Path taken = Files.createDirectory(directory.resolve("schedule.png"));

    assertOneLine(Run.of("--output=" + directory), "cannot write " + taken);
  }

  @Test
  void theShellSeesTheLineAndTheExitCode() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Path stderr = directory.resolve("stderr");
    Process process =
        new ProcessBuilder(java, "-cp", classPath, Quickstart.class.getName(), "--keep-prob=2")
            .redirectError(stderr.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertEquals(2, process.waitFor());
    assertEquals(1, Files.readAllLines(stderr).size());
  }

  private Run run(Path picture) {
    return Run.of("--output=" + directory.resolve("out"), picture.toString());
  }

  private static void assertOneLine(Run run, String named) {
    assertEquals(2, run.code(), run.err());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("quickstart: "), run.err());
    assertTrue(run.err().contains(named), run.err());
  }
}
