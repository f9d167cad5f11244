package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.trial.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Experiments in small, in worker processes, on the real images.
 *
 * @param folder of all files
 * @param numbers of the experiments
 */
record QuickRun(Path folder, List<String> numbers) {
  /** Does what is not done yet. */
  void run() {
    assumeTrue(
        FashionMnist.isIn(FashionMnist.SYSTEM_FOLDER),
        "Fashion-MNIST is not installed: apt-get install dataset-fashion-mnist");
    Stream<String> options =
        Stream.of("--quick", "--work", path("work"), "--output", path("output"));
    String[] arguments =
        Stream.of(Stream.of("experiment"), numbers.stream(), options)
            .flatMap(words -> words)
            .toArray(String[]::new);
    assertEquals(0, Main.run(arguments));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** A file of the experiments. */
  Path output(String name) {
    return folder.resolve("output").resolve(name);
  }

  /** The rows of a CSV file, with its header. */
  List<List<String>> csv(String name) throws IOException {
    return Csv.read(output(name));
  }

  /** The rows of a CSV file without its header. */
  List<List<String>> rows(String name) throws IOException {
    List<List<String>> all = csv(name);
    return all.subList(1, all.size());
  }
}
