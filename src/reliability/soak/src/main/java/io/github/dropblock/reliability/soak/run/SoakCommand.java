package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.KernelInfo;
import io.github.dropblock.Regularizer;
import io.github.dropblock.reliability.soak.grid.Grid;
import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.stats.Report;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws masks over the grid and tests them; exit code 1 if a test fails. */
@Command(
    name = "soak",
    description = {
      "Draws masks over a grid of shapes and choices and tests rates and independence.",
      "Exit code 0 if all tests pass, 1 if one fails, 2 for a wrong option."
    },
    showDefaultValues = true)
public final class SoakCommand implements Callable<Integer> {
  private static final long MOST = 1_000_000_000_000L;

  @Option(names = "--seed", paramLabel = "N", description = "Seed: the same gives the same result.")
  private long seed = 20181030;

  @Option(names = "--sites", paramLabel = "N", description = "At least so many sites, up to 10^12.")
  private long sites = 1_000_000_000;

  @Option(names = "--masks", paramLabel = "N", description = "At least so many masks, up to 10^9.")
  private long masks = 1_000_000;

  @Spec private CommandSpec spec;

  private final MaskSource source;

  /** Tests the library. */
  public SoakCommand() {
    this(Regularizer::sample);
  }

  SoakCommand(MaskSource source) {
    this.source = source;
  }

  @Override
  public Integer call() {
    check("--sites", sites, MOST);
    check("--masks", masks, MOST / 1000);
    List<Setting> settings = Grid.of(seed);
    SoakRun run = new SoakRun(source, settings, sites, masks);
    long start = System.nanoTime();
    try (ProgressBar progress = new ProgressBar("settings", settings.size())) {
      run.run(progress::step);
    }
    report(run, settings.size(), Duration.ofNanos(System.nanoTime() - start));
    return run.results().passed() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void check(String name, long value, long most) {
    if (value < 1 || value > most) {
      String message = name + " must be in [1, " + most + "]: " + value;
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private void report(SoakRun run, int settings, Duration time) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "seed %d, %d settings, %,d masks, %,d sites, %d s, Java %s, kernels %s%n%n%s",
        seed,
        settings,
        run.masks(),
        run.sites(),
        time.toSeconds(),
        System.getProperty("java.version"),
        KernelInfo.current().name(),
        Report.of(run.results()));
    out.flush();
  }
}
