package io.github.dropblock.playground.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the page as one file, which a browser opens without a server. Scripts and styles stand in
 * it, and the photograph and the compressed library as Base64.
 */
public final class SingleFile {
  /** Name of the file, in the folder of the page. */
  public static final String NAME = "dropblock-playground.html";

  private static final Pattern SCRIPT = Pattern.compile("<script defer src=\"([^\"]+)\"></script>");
  private static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
  private static final Pattern DOWNLOAD = Pattern.compile("(?s)<!-- file -->.*?<!-- /file -->\n?");

  private final Path folder;

  private SingleFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the program.
   *
   * @param args the folder of the page
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.writeString(folder.resolve(NAME), new SingleFile(folder).page());
  }

  private String page() throws IOException {
    String page = DOWNLOAD.matcher(text("index.html")).replaceAll("");
    StringBuilder scripts = new StringBuilder();
    SCRIPT.matcher(page).results().forEach(m -> scripts.append(text(m.group(1))).append('\n'));
    page = SCRIPT.matcher(page).replaceAll("");
    page = STYLE.matcher(page).replaceAll(this::style);
    // Scripts that stand in a page run at once, so they come after what they look for.
    String data =
        "const FILES = {wasm: '"
            + base64(gzip(bytes("classes.wasm")))
            + "', photo: 'data:image/jpeg;base64,"
            + base64(bytes("china.jpg"))
            + "'};\n";
    return page.replace("</body>", "<script>\n" + data + scripts + "</script>\n</body>");
  }

  private String style(MatchResult match) {
    return java.util.regex.Matcher.quoteReplacement(
        "<style>\n" + text(match.group(1)) + "</style>");
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
