package io.github.dropblock.examples.guide;

import io.github.dropblock.examples.guide.Docs.Snippet;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each snippet of the documents compiles as it stands there, and runs without an exception. */
class SnippetsTest {
  @TempDir static Path classes;

  @TestFactory
  Stream<DynamicTest> ofTheReadme() {
    return Docs.snippets("../README.md").stream().map(SnippetsTest::test);
  }

  @TestFactory
  Stream<DynamicTest> ofTheGuide() {
    return Docs.snippets("guide.md").stream().map(SnippetsTest::test);
  }

  @TestFactory
  Stream<DynamicTest> ofThePeers() {
    return Docs.snippets("peers.md").stream().map(SnippetsTest::test);
  }

  /** Those for arrays and buffers; the engines' have tests of their own. */
  @TestFactory
  Stream<DynamicTest> ofPlainJava() {
    return Docs.snippets("integrations.md").stream()
        .filter(
            snippet ->
                snippet.lines().stream()
                    .anyMatch(
                        line ->
                            line.startsWith("DropMask mask") || line.startsWith("DropLayer layer")))
        .map(SnippetsTest::test);
  }

  private static DynamicTest test(Snippet snippet) {
    return DynamicTest.dynamicTest(
        snippet.name(), () -> new SnippetCompiler(classes).compile(snippet).invoke(null));
  }
}
