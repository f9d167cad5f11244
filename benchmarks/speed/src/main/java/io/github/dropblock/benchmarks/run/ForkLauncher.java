package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Fork;
import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs with this one's Java and class path, one after the other. */
public final class ForkLauncher {
  private ForkLauncher() {}

  /** Measures the rows of one fork. */
  public static ForkResult measure(Group group, Fork fork, boolean smoke) {
    List<String> options = new ArrayList<>(fork.options());
    if (smoke) {
      options.add("-Djmh.ignoreLock=true"); // Its times mean nothing: others may measure beside it.
    }
    int number = group.forks().indexOf(fork);
    String[] arguments = {group.name(), String.valueOf(number), String.valueOf(smoke)};
    return run(ForkResult.class, fork.jvm(), options, ForkMain.class, arguments);
  }

  /**
   * Runs a program that writes one record to the file that its last argument names.
   *
   * @param result the record's type
   * @param jvm for its environment
   * @param options of the JVM
   * @param program with a main method
   * @param arguments but the last
   */
  public static <T> T run(
      Class<T> result, Jvm jvm, List<String> options, Class<?> program, String... arguments) {
    try {
      Path file = Files.createTempFile("benchmarks", ".json");
      try {
        List<String> command = command(options, program, arguments);
        command.add(file.toString());
        Child.run(jvm.environment(), command);
        return Json.read(file, result);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(List<String> options, Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Child.java()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
