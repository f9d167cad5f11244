package io.github.dropblock.accuracy.job;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Worker processes for callers on many threads: as many as there are callers at the same time.
 *
 * <p>Equal ones share the processes of their JVM, since each task of a Spark executor has a copy of
 * its own. Processes end with their JVM if they are not closed.
 *
 * @param mainClass the program that has a {@link Worker}
 * @param arguments of the program
 */
public record SharedWorkers(String mainClass, List<String> arguments)
    implements Serializable, AutoCloseable {
  private static final Map<SharedWorkers, Queue<WorkerProcess>> IDLE = new ConcurrentHashMap<>();

  /**
   * Has a job done, and waits.
   *
   * @throws IOException if the process fails twice: one that was killed says nothing about the job
   */
  public void run(Job job) throws IOException {
    try {
      attempt(job);
    } catch (IOException e) {
      attempt(job);
    }
  }

  private void attempt(Job job) throws IOException {
    WorkerProcess process = idle().poll();
    if (process == null) {
      process = new WorkerProcess(mainClass, arguments);
    }
    try {
      process.run(job, done -> {});
    } catch (IOException e) {
      process.close();
      throw e;
    }
    idle().add(process);
  }

  private Queue<WorkerProcess> idle() {
    return IDLE.computeIfAbsent(this, workers -> new ConcurrentLinkedQueue<>());
  }

  /** Ends the processes of this JVM that have nothing to do. */
  @Override
  public void close() {
    for (WorkerProcess p = idle().poll(); p != null; p = idle().poll()) {
      p.close();
    }
  }
}
