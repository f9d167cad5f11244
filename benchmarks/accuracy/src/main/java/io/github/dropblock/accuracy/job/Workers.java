package io.github.dropblock.accuracy.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does jobs in processes.
 *
 * @param mainClass the program that has a {@link Worker}
 * @param arguments of the program
 * @param processes how many work at the same time
 */
public record Workers(String mainClass, List<String> arguments, int processes) {
  /** Told what happens, by one thread at a time. */
  public interface Listener {
    /** A job has come further, by a part of its cost. */
    void progressed(Job job, int cost);

    /** A job's result file is there. */
    void finished(Job job) throws IOException;
  }

  /**
   * Does jobs and waits for them.
   *
   * @throws IOException if a process fails; what was finished stays
   */
  public void run(List<Job> jobs, Listener listener) throws IOException {
    Queue<Job> queue = new ConcurrentLinkedQueue<>(jobs);
    ExecutorService threads = Executors.newFixedThreadPool(processes);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(processes, jobs.size()); i++) {
        workers.add(
            threads.submit(
                () -> {
                  work(queue, listener);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void work(Queue<Job> queue, Listener listener) throws IOException {
    try (WorkerProcess process = new WorkerProcess(mainClass, arguments)) {
      for (Job job = queue.poll(); job != null; job = queue.poll()) {
        work(process, job, listener);
      }
    } catch (IOException | RuntimeException e) {
      queue.clear();
      throw e;
    }
  }

  private void work(WorkerProcess process, Job job, Listener listener) throws IOException {
    int[] before = {0};
    process.run(
        job,
        done -> {
          synchronized (listener) {
            listener.progressed(job, done - before[0]);
          }
          before[0] = done;
        });
    synchronized (listener) {
      listener.finished(job);
    }
  }
}
