package io.github.dropblock.reliability.platforms;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs beside the one that runs the tests, and the one that {@code other.java.home} names. */
final class Jdks {
  /** The oldest that the library supports. */
  private static final int OLDEST = 17;

  private Jdks() {}

  /** By version, one of each that is not the version of this JVM. */
  static SortedMap<Integer, Path> others() throws IOException {
    SortedMap<Integer, Path> others = new TreeMap<>();
    for (Path home : candidates()) {
      int version = version(home);
      if (version >= OLDEST && version != Runtime.version().feature()) {
        others.put(version, home);
      }
    }
    return others;
  }

  /** The named one last, so that it wins. */
  private static List<Path> candidates() throws IOException {
    String named = System.getProperty("other.java.home", "");
    try (Stream<Path> beside = Files.list(Program.JDK.resolveSibling(""))) {
      return Stream.concat(
              beside.sorted(), Stream.of(named).filter(n -> !n.isEmpty()).map(Path::of))
          .filter(home -> Files.isRegularFile(home.resolve("release")))
          .toList();
    }
  }

  private static int version(Path home) throws IOException {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[^0-9]", 2)[0]);
  }
}
