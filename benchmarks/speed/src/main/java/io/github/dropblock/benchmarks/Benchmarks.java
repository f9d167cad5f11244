package io.github.dropblock.benchmarks;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.report.Report;
import io.github.dropblock.benchmarks.report.Results;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Measures this library beside its limit and beside libtorch. */
@Command(
    name = "benchmarks",
    description = "Measures DropBlock beside the fastest pass over a tensor and beside libtorch.",
    mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
  private static final String COMMAND = "mvn -q -f benchmarks/speed/pom.xml compile exec:exec";

  @Option(
      names = "--smoke",
      description = "Run each row as briefly as shows that it works; the times mean nothing.")
  private boolean smoke;

  @Option(
      names = "--only",
      paramLabel = "GROUP",
      split = ",",
      description = "Measure these groups only: ${COMPLETION-CANDIDATES}.")
  private List<Group> only = List.of(Group.values());

  @Option(
      names = "--output",
      paramLabel = "DIRECTORY",
      description =
          "Where to write; benchmarks/speed/results, or for --smoke benchmarks/speed/target/smoke.")
  private Path output;

  @Spec private CommandSpec spec;

  /**
   * Runs the program.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Group> groups = only.stream().distinct().sorted().toList();
    Results results = new Session(groups, smoke, command(), err).run();
    List<Path> files = Report.write(results, folder(), name(groups));
    out.print(results.text());
    files.forEach(file -> out.println("wrote " + file.getFileName()));
    out.flush();
    return results.isSound() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Path folder() {
    if (output != null) {
      return output;
    }
    return smoke ? Path.of("target", "smoke") : Path.of("results");
  }

  /** The files of a part do not replace those of the whole. */
  private static String name(List<Group> groups) {
    String java = "jdk" + Runtime.version().feature();
    if (groups.equals(Arrays.asList(Group.values()))) {
      return java;
    }
    return groups.stream().map(Group::option).collect(Collectors.joining("-", java + "-", ""));
  }

  private String command() {
    ParseResult parsed = spec.commandLine().getParseResult();
    List<String> args = parsed.originalArgs();
    return args.isEmpty()
        ? COMMAND
        : COMMAND + " -Dbenchmarks.args=\"" + String.join(" ", args) + "\"";
  }
}
