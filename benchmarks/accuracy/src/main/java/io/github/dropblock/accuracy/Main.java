package io.github.dropblock.accuracy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(
    name = "accuracy",
    mixinStandardHelpOptions = true,
    description =
        "Trains a miniature ResNet with a regularizer, searches DropBlock's settings for it,"
            + " and repeats the paper's experiments.",
    subcommands = {
      TrainCommand.class,
      SearchCommand.class,
      ExperimentCommand.class,
      ScenesCommand.class,
      CostCommand.class,
      WorkerCommand.class
    })
public final class Main implements Callable<Integer> {
  // Held here, since the logging system forgets loggers that nobody holds.
  private static final Logger LIBRARY = Logger.getLogger("io.github.dropblock");

  private Main() {}

  /** Runs a command; see {@code --help}. */
  public static void main(String[] args) {
    int status = run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String... args) {
    // Which kernels the library uses is of no interest between the lines of a progress bar.
    LIBRARY.setLevel(Level.WARNING);
    // One core for each process; set before the engine is loaded, which then reads them.
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain).execute(args);
  }

  /** A user can do something about a file; the rest is a fault of the program. */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(e instanceof IOException)) {
      throw e;
    }
    command.getErr().println("error: " + text((IOException) e));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The message of such an exception may be the file's name alone. */
  private static String text(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no " + e.getMessage();
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied to " + e.getMessage();
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way: " + e.getMessage();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }
}
