package io.github.dropblock.accuracy.trial;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Rows of text in files. */
public final class Csv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').build();

  private Csv() {}

  /**
   * Reads all rows, the header among them; none if there is no file.
   *
   * @throws IOException if a row has more or fewer fields than the first one
   */
  public static List<List<String>> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    try (Reader in = Files.newBufferedReader(file)) {
      List<List<String>> rows = FORMAT.parse(in).stream().map(CSVRecord::toList).toList();
      for (int i = 1; i < rows.size(); i++) {
        check(file, rows, i);
      }
      return rows;
    }
  }

  private static void check(Path file, List<List<String>> rows, int row) throws IOException {
    int fields = rows.get(row).size();
    int expected = rows.get(0).size();
    if (fields != expected) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: row %d has %d fields of %d; remove it",
              file,
              row + 1,
              fields,
              expected));
    }
  }

  /** Replaces a file in one step: a reader finds the old rows or the new ones. */
  public static void write(Path file, List<String> header, List<List<String>> rows)
      throws IOException {
    String text = text(List.of(header)) + text(rows);
    ReplacedFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Adds rows to a file in one step; it gets a header first if it is new or empty. */
  public static void append(Path file, List<String> header, List<List<String>> rows)
      throws IOException {
    List<List<String>> all = new ArrayList<>(read(file).stream().skip(1).toList());
    all.addAll(rows);
    write(file, header, all);
  }

  private static String text(List<List<String>> rows) throws IOException {
    StringWriter out = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      printer.printRecords(rows);
    }
    return out.toString();
  }
}
