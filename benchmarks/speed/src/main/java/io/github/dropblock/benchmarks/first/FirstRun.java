package io.github.dropblock.benchmarks.first;

import io.github.dropblock.DropBlock;
import io.github.dropblock.benchmarks.plan.Jvm;
import io.github.dropblock.benchmarks.run.Child;
import io.github.dropblock.benchmarks.run.Median;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Starts fresh JVMs, an empty one before each that draws a mask. */
public final class FirstRun {
  private static final List<String> VECTORS =
      List.of("--add-modules=jdk.incubator.vector", Jvm.COLLECTOR);
  private static final List<String> SCALAR = List.of(Jvm.COLLECTOR);

  /** How long to go on: more than calls need to reach their speed on an idle machine. */
  private static final int VECTOR_MILLIS = 3000;

  private static final int SCALAR_MILLIS = 1200;
  private static final int SMOKE_MILLIS = 300;
  private static final int JVMS = 9;
  private static final double NANOS = 1e6;

  /** Of a JVM: what it printed, and when it was started. */
  private record Start(long nanos, String[] printed) {
    double millis(int moment) {
      return (Long.parseLong(printed[moment]) - nanos) / NANOS;
    }

    double cpu() {
      return Double.parseDouble(printed[1]);
    }
  }

  private final boolean smoke;
  private final Path folder;
  private final String classPath;

  private FirstRun(boolean smoke, Path folder) throws IOException {
    this.smoke = smoke;
    this.folder = folder;
    this.classPath =
        ProgramJar.write(folder.resolve("first.jar"), FirstMain.class, EmptyMain.class)
            + File.pathSeparator
            + ProgramJar.locationOf(DropBlock.class);
  }

  /**
   * Measures each kind of JVM.
   *
   * @param smoke whether to start one JVM of each kind only
   */
  public static List<FirstCalls> measure(boolean smoke) {
    try {
      Path folder = Files.createTempDirectory("first");
      try {
        return new FirstRun(smoke, folder).measureAll();
      } finally {
        for (File file : folder.toFile().listFiles()) {
          Files.delete(file.toPath());
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<FirstCalls> measureAll() {
    List<FirstCalls> all = new ArrayList<>();
    for (Sharing sharing : Sharing.of(Runtime.version().feature())) {
      all.add(measure(VECTORS, sharing, VECTOR_MILLIS));
      all.add(measure(SCALAR, sharing, SCALAR_MILLIS));
    }
    return all;
  }

  private FirstCalls measure(List<String> options, Sharing sharing, int millis) {
    int untilSteady = smoke ? SMOKE_MILLIS : millis;
    Path archive = folder.resolve(sharing + "-" + options.size());
    if (sharing != Sharing.DEFAULT) {
      start(options, sharing.writing(archive), FirstMain.class, untilSteady);
    }
    List<String> reading = sharing.reading(archive);
    int jvms = smoke ? 1 : JVMS;
    List<Start> empty = new ArrayList<>();
    List<Start> first = new ArrayList<>();
    for (int i = 0; i < jvms; i++) {
      empty.add(start(options, reading, EmptyMain.class, 0));
      // Steady speed takes seconds, so that only each second JVM goes on.
      first.add(start(options, reading, FirstMain.class, i % 2 == 0 ? untilSteady : 0));
    }
    List<Start> steady = first.stream().filter(start -> !start.printed[3].equals("0")).toList();
    return new FirstCalls(
        first.get(0).printed[4],
        sharing.label(),
        jvms,
        median(empty, start -> start.millis(0)),
        median(first, start -> start.millis(0)),
        median(first, start -> start.millis(2)),
        steady.isEmpty() ? 0 : median(steady, start -> start.millis(3)),
        median(empty, Start::cpu),
        median(first, Start::cpu));
  }

  private Start start(List<String> options, List<String> sharing, Class<?> program, int millis) {
    List<String> command = new ArrayList<>(List.of(Child.java()));
    command.addAll(options);
    command.addAll(sharing);
    command.addAll(List.of("-cp", classPath, program.getName(), String.valueOf(millis)));
    long now = System.nanoTime(); // The same clock in each process of a Linux system.
    String output = Child.run(Map.of(), command);
    String line =
        output.lines().filter(text -> text.matches("[0-9]+ .*")).findFirst().orElseThrow();
    return new Start(now, line.split(" ", -1));
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
    return Median.of(starts.stream().mapToDouble(value));
  }
}
