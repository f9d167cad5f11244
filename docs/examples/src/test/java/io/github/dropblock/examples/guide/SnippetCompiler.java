package io.github.dropblock.examples.guide;

import io.github.dropblock.examples.guide.Docs.Snippet;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles each snippet of a document as the body of a method, with the reader's own names. */
final class SnippetCompiler {
  private final Path directory;

  SnippetCompiler(Path directory) {
    this.directory = directory;
  }

  /** The method that runs a snippet. */
  Method compile(Snippet snippet) throws IOException, ReflectiveOperationException {
    Path source = Files.writeString(directory.resolve(snippet.name() + ".java"), source(snippet));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringBuilder messages = new StringBuilder();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-cp", System.getProperty("java.class.path"), "-d", directory.toString());
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  message -> messages.append(message).append('\n'),
                  options,
                  null,
                  files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw new AssertionError(messages);
      }
    }
    URL[] classes = {directory.toUri().toURL()};
    ClassLoader loader = new URLClassLoader(classes, SnippetCompiler.class.getClassLoader());
    return loader.loadClass(snippet.name()).getMethod("run");
  }

  private static String source(Snippet snippet) {
    return """
        import io.github.dropblock.*;
        import io.github.dropblock.schedule.KeepProbSchedule;
        import io.github.dropblock.tensor.*;
        import java.util.Map;
        %s
        public class %s extends io.github.dropblock.examples.guide.ReadersNames {
          public static void run() throws Exception {
        %s
          }
        }
        """
        .formatted(
            String.join("\n", snippet.imports()),
            snippet.name(),
            String.join("\n", snippet.statements()));
  }
}
