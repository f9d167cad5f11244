package io.github.dropblock.reliability.platforms;

import io.github.dropblock.KernelInfo;
import io.github.dropblock.tensor.Shape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;

/**
 * Draws and applies all masks of the golden files, and tells what differs.
 *
 * <p>The argument is the folder of the library's golden files. Each line of the output is a key,
 * {@code =} and a value. The exit code is 0 if nothing differs, and 1 otherwise.
 */
public final class GoldenRun {
  private GoldenRun() {}

  public static void main(String[] args) throws IOException {
    // Whatever the platform's charset is, what is printed is ASCII.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    describePlatform(out);
    int differ = 0;
    for (Group group : groups(Path.of(args[0]))) {
      differ += group.report(out);
    }
    System.exit(differ == 0 ? 0 : 1);
  }

  private static List<Group> groups(Path folder) throws IOException {
    return List.of(
        new Group("masks", lines(folder, "golden-masks.csv"), MaskGroups::dropBlock),
        new Group(
            "regularizers", lines(folder, "golden-regularizers.csv"), MaskGroups::regularizer),
        new Group("bytes", lines(folder, "golden-bytes.csv"), MaskGroups::bytes),
        new Group("passes", Passes.lines(), Passes::row));
  }

  private static List<String> lines(Path folder, String file) throws IOException {
    return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
  }

  /** What a configuration was to change, so that none is left out in silence. */
  private static void describePlatform(PrintStream out) {
    KernelInfo kernels = KernelInfo.current();
    out.println("kernels=" + kernels.name() + " (" + kernels.reason() + ")");
    out.println("java=" + Runtime.version().feature());
    out.println("vm=" + System.getProperty("java.vm.info"));
    out.println("processors=" + Runtime.getRuntime().availableProcessors());
    out.println("pool=" + ForkJoinPool.getCommonPoolParallelism());
    out.println("locale=" + Locale.getDefault().toLanguageTag());
    out.println("zero=" + Integer.toHexString(String.format("%d", 0).charAt(0)));
    out.println("charset=" + Charset.defaultCharset());
    out.println("module=" + GoldenRun.class.getModule().isNamed());
    out.println("message=" + message());
  }

  /** A text with numbers in it. */
  private static String message() {
    try {
      return Shape.nchw(1, 2, 3, Integer.MAX_VALUE).toString();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
