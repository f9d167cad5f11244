package io.github.dropblock.training.job;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * A worker process, from outside.
 *
 * <p>DJL records the gradients of one thread at a time, so several trials need several processes.
 */
final class WorkerProcess implements AutoCloseable {
  /**
   * The engine allocates at each step what it freed at the last; without this, glibc returns the
   * memory in between, and the pages cost a tenth of the time.
   */
  private static final String KEEP_MEMORY =
      "glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=8589934592";

  private final Process process;
  private final PrintWriter in;
  private final BufferedReader out;

  /** Starts a Java program that has a {@link Worker} with these arguments. */
  WorkerProcess(String mainClass, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Xmx1g",
                "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath(), mainClass));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putIfAbsent("GLIBC_TUNABLES", KEEP_MEMORY);
    process = builder.start();
    in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Has a job done, and waits. */
  void run(Job job, IntConsumer progress) throws IOException {
    in.println(job.toLine());
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals(Worker.ANSWER + Worker.DONE)) {
        return;
      }
      if (line.startsWith(Worker.ANSWER)) {
        progress.accept(Integer.parseInt(line.substring(Worker.ANSWER.length())));
      }
    }
    throw new IOException("a worker process ended during " + job.toLine() + "; see its messages");
  }

  /** Maven's exec:java loads the program by a loader of its own, unknown to java.class.path. */
  private static String classPath() {
    if (WorkerProcess.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(WorkerProcess::file)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private static String file(URL url) {
    return Path.of(URI.create(url.toString())).toString();
  }

  @Override
  public void close() {
    in.close();
    process.destroy();
  }
}
