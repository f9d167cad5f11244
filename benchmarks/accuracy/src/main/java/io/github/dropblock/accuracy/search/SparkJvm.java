package io.github.dropblock.accuracy.search;

import io.github.dropblock.accuracy.job.JavaCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.launcher.JavaModuleOptions;

/** What Spark asks of the JVM of its driver. */
public final class SparkJvm {
  private SparkJvm() {}

  /** Whether this JVM was started with the options that Spark needs. */
  public static boolean isThis() {
    return Object.class.getModule().isOpen("sun.nio.ch", SparkJvm.class.getModule());
  }

  /**
   * Runs a program in a JVM with these options.
   *
   * @param mainClass the program
   * @param arguments of the program
   * @param property a system property that it gets too
   * @param out where its output goes
   * @return its exit code
   */
  public static int run(String mainClass, List<String> arguments, String property, PrintWriter out)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>();
    options.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    options.add("-D" + property + "=" + System.getProperty(property, "."));
    Process process =
        new ProcessBuilder(JavaCommand.of(options, mainClass, arguments))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    try (Reader in = process.inputReader()) {
      in.transferTo(out);
    }
    out.flush();
    return process.waitFor();
  }

  /** A context whose executors find this program at the paths that it has here. */
  public static JavaSparkContext context(String master) {
    return new JavaSparkContext(
        new SparkConf()
            .setAppName("accuracy")
            .setMaster(master)
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.executor.extraClassPath", JavaCommand.classPath()));
  }
}
