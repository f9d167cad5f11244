package io.github.dropblock.benchmarks.first;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a JVM takes over from an earlier run. */
enum Sharing {
  /** The JDK's own archive of classes, which is there by default. */
  DEFAULT("", 0, "", ""),
  /** An archive of the program's classes. */
  CDS(
      "with an archive of classes",
      13,
      "-XX:ArchiveClassesAtExit=",
      "-XX:SharedArchiveFile=",
      "-Xshare:on"),
  /** Classes, and what the JIT compiler learned about them. */
  AOT("with an AOT cache", 25, "-XX:AOTCacheOutput=", "-XX:AOTCache=", "-XX:AOTMode=on");

  private final String label;
  private final int firstJava;
  private final String write;
  private final String read;
  private final List<String> others;

  /**
   * Names the options.
   *
   * @param others so that the JVM fails where it would go on without the archive
   */
  Sharing(String label, int firstJava, String write, String read, String... others) {
    this.label = label;
    this.firstJava = firstJava;
    this.write = write;
    this.read = read;
    this.others = List.of(others);
  }

  static List<Sharing> of(int javaVersion) {
    return Stream.of(values()).filter(sharing -> sharing.firstJava <= javaVersion).toList();
  }

  String label() {
    return label;
  }

  List<String> writing(Path archive) {
    return List.of(write + archive);
  }

  List<String> reading(Path archive) {
    return this == DEFAULT
        ? List.of()
        : Stream.concat(Stream.of(read + archive), others.stream()).toList();
  }
}
