package io.github.dropblock.examples.common;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs a command: a mistake of the user costs one line on stderr and exit code 2. */
public final class Program {
  private Program() {}

  /**
   * Runs a command with the streams of this JVM, which ends if the command fails.
   *
   * @param command a picocli command
   * @param args its arguments
   */
  public static void main(Object command, String... args) {
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true);
    int code = run(command, out, new PrintWriter(System.err, true), args);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code); // Only then: a build that runs this in its own JVM must go on.
    }
  }

  /**
   * Runs a command.
   *
   * @param command a picocli command
   * @param out where its results go
   * @param err where its errors go
   * @param args its arguments
   * @return the exit code
   */
  public static int run(Object command, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((e, a) -> fail(e.getCommandLine(), e))
        .setExecutionExceptionHandler(Program::handle)
        .execute(args);
  }

  private static int handle(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof UserError) {
      return fail(command, e);
    }
    throw e;
  }

  private static int fail(CommandLine command, Exception e) {
    String line = e.getMessage().replaceAll("\\R", " ");
    command.getErr().println(command.getCommandName() + ": " + line);
    return CommandLine.ExitCode.USAGE;
  }

  /**
   * Makes sure that a directory is there and can be written.
   *
   * @param directory the directory
   * @throws UserError if it cannot be made or written
   */
  public static void createDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
      if (!Files.isWritable(directory)) {
        throw new AccessDeniedException(directory.toString());
      }
    } catch (IOException e) {
      throw UserError.cannotWrite(directory, e);
    }
  }
}
