package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.job.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A worker process of an experiment or a search. */
@Command(name = "worker", hidden = true, description = "Does jobs from standard input.")
final class WorkerCommand implements Callable<Integer> {
  @Mixin private Folders folders;

  @Override
  public Integer call() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new Worker(folders.bench(), folders.results(), System.out).run(in);
    return 0;
  }
}
