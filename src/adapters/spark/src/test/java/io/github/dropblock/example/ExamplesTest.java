package io.github.dropblock.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of the README: they are these, and they do what it says. */
class ExamplesTest {
  @ParameterizedTest
  @ValueSource(strings = {"SearchExample", "MasksExample", "BroadcastExample"})
  void theReadmeShowsThem(String name) throws Exception {
    Path source = Path.of("src/test/java/io/github/dropblock/example", name + ".java");
    String shown = "```java\n" + Files.readString(source) + "```\n";
    assertTrue(Files.readString(Path.of("README.md")).contains(shown));
  }

  @Test
  void aSearchGivesTheSameOnThreadsAndOnSpark(@TempDir Path folder) throws Exception {
    Path threads = folder.resolve("threads.csv");
    Path spark = folder.resolve("spark.csv");
    List<String> best = output(SearchExample::main, threads.toString());
    assertEquals(best, output(SearchExample::main, spark.toString(), "local[2]"));
    assertEquals(3, best.size());
    assertTrue(best.get(0).contains("rung=2") && best.get(0).contains("budget=18"), best.get(0));
    assertEquals(1 + 27 + 9 + 3, Files.readAllLines(threads).size());
    assertEquals(sorted(threads), sorted(spark));
  }

  private static List<String> sorted(Path file) throws Exception {
    return Files.readAllLines(file).stream().sorted().toList();
  }

  @Test
  void masksInPartitionsKeepWhatOneMachineKeeps() throws Exception {
    List<String> lines = output(MasksExample::main, "local[2]");
    assertEquals(3, lines.size());
    for (String line : lines) {
      String kept = line.replaceAll(".*kept (\\d+) of 401408.*", "$1");
      assertTrue(line.endsWith(" on one machine " + kept), line);
    }
  }

  @Test
  void aBroadcastRegularizerKeepsWhatItKeepsOnTheDriver() throws Exception {
    DropBlock dropBlock = DropBlock.builder().blockSize(7).seed(42).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .9, 4);
    List<Long> kept =
        LongStream.range(0, 4)
            .mapToObj(
                step ->
                    dropBlock
                        .withKeepProb(schedule.at(step))
                        .sample(Shape.nchw(32, 64, 14, 14), step)
                        .keptCount())
            .toList();
    assertEquals(List.of(kept.toString()), output(BroadcastExample::main, "local[2]"));
  }

  private static List<String> output(ThrowingConsumer<String[]> program, String... arguments)
      throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      program.accept(arguments);
    } catch (Throwable e) {
      throw new AssertionError(e);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
