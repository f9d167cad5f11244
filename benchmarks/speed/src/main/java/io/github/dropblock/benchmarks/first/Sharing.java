package io.github.dropblock.benchmarks.first;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a JVM takes over from an earlier run. */
enum Sharing {
  /** The JDK's own archive of classes, which is there by default. */
  DEFAULT("", "", "", 0),
  /** An archive of the program's classes. */
  CDS("with an archive of classes", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", 13),
  /** Classes, and what the JIT compiler learned about them. */
  AOT("with an AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=", 25);

  private final String label;
  private final String write;
  private final String read;
  private final int firstJava;

  Sharing(String label, String write, String read, int firstJava) {
    this.label = label;
    this.write = write;
    this.read = read;
    this.firstJava = firstJava;
  }

  static List<Sharing> of(int javaVersion) {
    return Stream.of(values()).filter(sharing -> sharing.firstJava <= javaVersion).toList();
  }

  String label() {
    return label;
  }

  List<String> writing(Path archive) {
    return option(write, archive);
  }

  List<String> reading(Path archive) {
    return option(read, archive);
  }

  private List<String> option(String option, Path archive) {
    return this == DEFAULT ? List.of() : List.of(option + archive);
  }
}
