package io.github.dropblock.accuracy.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;

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

  private static final List<String> JVM =
      List.of("--add-modules", "jdk.incubator.vector", "-Xmx1g", "-XX:+UseSerialGC");

  private final Process process;
  private final PrintWriter in;
  private final BufferedReader out;

  /** Starts a Java program that has a {@link Worker} with these arguments. */
  WorkerProcess(String mainClass, List<String> arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(JVM, mainClass, arguments));
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

  @Override
  public void close() {
    in.close();
    process.destroy();
  }
}
