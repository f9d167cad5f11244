package io.github.dropblock.reliability.platforms;

import io.github.dropblock.DropMask;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to start the program.
 *
 * @param java the launcher
 * @param main what tells the launcher where the program is, and its main class
 */
record Program(Path java, List<String> main) {
  static final String MODULE = GoldenRun.class.getPackageName();
  static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** The option for the vector kernels. */
  static final String VECTORS = "--add-modules=" + VECTOR_MODULE;

  /** The JDK that runs the tests. */
  static final Path JDK = Path.of(System.getProperty("java.home"));

  /** The program's classes and the library's jar. */
  static final String PATH =
      placeOf(GoldenRun.class) + File.pathSeparator + placeOf(DropMask.class);

  private static final String MAIN_CLASS = GoldenRun.class.getName();

  static Program onClassPath(Path jdk) {
    return new Program(launcher(jdk), List.of("-cp", PATH, MAIN_CLASS));
  }

  static Program onModulePath(Path jdk) {
    return new Program(launcher(jdk), List.of("-p", PATH, "-m", MODULE + "/" + MAIN_CLASS));
  }

  static Program inImage(Path image) {
    return new Program(launcher(image), List.of("-m", MODULE + "/" + MAIN_CLASS));
  }

  private static Path launcher(Path home) {
    return home.resolve("bin").resolve("java");
  }

  static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  Run run(String... options) {
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx512m"));
    command.addAll(List.of(options));
    command.addAll(main);
    command.add(GoldenFiles.LIBRARY.toString());
    return Run.of(command);
  }
}
