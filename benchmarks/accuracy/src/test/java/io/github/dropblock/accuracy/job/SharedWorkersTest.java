package io.github.dropblock.accuracy.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedWorkersTest {
  private static final Job JOB = new SearchJob(Trial.none(1), 1);

  @TempDir private Path folder;

  /** A worker that dies of its first job, as often as there are files to delete. */
  static final class Mortal {
    private Mortal() {}

    public static void main(String[] files) throws IOException {
      if (System.in.read() < 0) {
        return;
      }
      for (String file : files) {
        if (Files.deleteIfExists(Path.of(file))) {
          Runtime.getRuntime().halt(1);
        }
      }
      System.out.println(Worker.ANSWER + Worker.DONE);
    }
  }

  private SharedWorkers mortal(int deaths) throws IOException {
    List<String> files = List.of(folder.resolve("0").toString(), folder.resolve("1").toString());
    for (String file : files.subList(0, deaths)) {
      Files.createFile(Path.of(file));
    }
    return new SharedWorkers(Mortal.class.getName(), files);
  }

  @Test
  void aJobOutlivesItsFirstProcess() throws IOException {
    try (SharedWorkers workers = mortal(1)) {
      assertDoesNotThrow(() -> workers.run(JOB));
    }
  }

  @Test
  void aJobThatKillsTwoProcessesFails() throws IOException {
    try (SharedWorkers workers = mortal(2)) {
      assertThrows(IOException.class, () -> workers.run(JOB));
    }
  }
}
