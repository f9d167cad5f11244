package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long vector code stands in methods that HotSpot does not compile into their callers. */
class VectorCodeTest {
  /** HotSpot's default {@code FreqInlineSize}, in bytes. */
  private static final int LONGEST_INLINED = 325;

  private static final Pattern INSTRUCTION = Pattern.compile("^ *([0-9]+): ", Pattern.MULTILINE);

  @ParameterizedTest
  @CsvSource({"VectorThreefry, blocks", "VectorXoshiro, next", "VectorDigits, compare"})
  void itIsCompiledAlone(String type, String method) throws URISyntaxException {
    String code = disassembled(type);
    int start = code.indexOf(" " + method + "(");
    assertTrue(start > 0, method);
    int end = code.indexOf("\n\n", start);
    Matcher instructions =
        INSTRUCTION.matcher(code.substring(start, end < 0 ? code.length() : end));
    int last = 0;
    while (instructions.find()) {
      last = Integer.parseInt(instructions.group(1));
    }
    assertTrue(last >= LONGEST_INLINED, last + 1 + " bytes");
  }

  private static String disassembled(String type) throws URISyntaxException {
    Path classes =
        Path.of(Kernels.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter out = new StringWriter();
    PrintWriter print = new PrintWriter(out, true);
    String name = Kernels.class.getPackageName() + "." + type;
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int exit = javap.run(print, print, "-p", "-c", "-cp", classes.toString(), name);
    assertEquals(0, exit, out::toString);
    return out.toString().replace("\r\n", "\n");
  }
}
