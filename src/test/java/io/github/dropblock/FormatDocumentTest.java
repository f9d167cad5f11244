package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.internal.codec.MapBytes;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The specification of the format says what the library writes. */
class FormatDocumentTest {
  private static final Pattern CONSTANT = Pattern.compile("`([A-Z]+)`");

  private static final Map<String, Class<? extends Enum<?>>> CONSTANTS =
      Map.of(
          "seedRegion", SeedRegion.class,
          "gammaRule", GammaRule.class,
          "sharing", MaskSharing.class,
          "axis", MapAxis.class,
          "normalization", Normalization.class);

  private final FormatDocument document;

  FormatDocumentTest() throws IOException {
    document = new FormatDocument();
  }

  /** One map of each type, by the heading of its table. */
  private static Map<String, Map<?, ?>> maps() {
    Map<String, Map<?, ?>> maps = new LinkedHashMap<>();
    DropBlock dropBlock = DropBlock.builder().fill(Fill.gaussian(0, 1)).seed(1).build();
    Map<String, Object> ratio = DropBlock.builder().blockSize(BlockSize.ratio(.5)).build().toMap();
    for (Regularizer r :
        List.of(
            dropBlock,
            Dropout.of(.5, 1),
            SpatialDropout.of(.5, 1),
            DropPath.of(.5, 1),
            AlphaDropout.of(.5, 1),
            Cutout.of(1, 2, 3),
            Holes.randomErasing(1, 1),
            Patches.of(4, .5, 1),
            GridMask.of(3, 7, .5, 1),
            CustomRegularizer.of(new RowsFunction(), .5, 1))) {
      add(maps, "Regularizer ", r.toMap());
    }
    add(maps, "Fill ", (Map<?, ?>) ratio.get("fill"));
    for (Fill fill :
        List.of(
            Fill.constant(1, 2),
            Fill.perChannel(1, 2),
            Fill.gaussian(0, 1),
            Fill.gaussian(0, 1, -2, 2),
            Fill.uniform(0, 1))) {
      add(maps, "Fill ", fill.toMap());
    }
    add(maps, "Block size ", (Map<?, ?>) dropBlock.toMap().get("blockSize"));
    add(maps, "Block size ", (Map<?, ?>) ratio.get("blockSize"));
    for (HoleSize size :
        List.of(
            HoleSize.of(BlockSize.square(1)),
            HoleSize.bar(MapAxis.WIDTH, 0, 1),
            HoleSize.area(.1, .2, 1, 1))) {
      add(maps, "Hole size ", size.toMap());
    }
    for (KeepProbSchedule schedule : Schedules.ofEachKind()) {
      add(maps, "Schedule ", schedule.toMap());
    }
    byte[] mask = Dropout.of(.5, 1).sample(Shape.nc(2, 3), 0).toBytes();
    add(maps, "Mask ", MapBytes.read(mask));
    add(maps, "State ", new LayerState(1, 2, 3, 4, true).toMap());
    return maps;
  }

  private static void add(Map<String, Map<?, ?>> maps, String kind, Map<?, ?> map) {
    maps.put(kind + map.get("type"), map);
  }

  private static String typeOf(Object value) {
    if (value instanceof List<?> list) {
      return "list of " + typeOf(list.get(0));
    }
    return Map.of(
            String.class, "text",
            Boolean.class, "flag",
            Long.class, "whole",
            Double.class, "number",
            byte[].class, "bytes")
        .getOrDefault(value.getClass(), value instanceof Map ? "map" : "none");
  }

  @Test
  void everyTypeHasATableAndEveryTableAType() {
    assertEquals(new ArrayList<>(maps().keySet()), new ArrayList<>(document.tables().keySet()));
  }

  @Test
  void tablesHaveTheKeysInTheirOrderWithTheirTypes() {
    maps()
        .forEach(
            (heading, map) -> {
              List<String> written = new ArrayList<>();
              map.forEach((key, value) -> written.add(key + ": " + typeOf(value)));
              List<String> specified = new ArrayList<>();
              document
                  .tables()
                  .get(heading)
                  .forEach((key, row) -> specified.add(key + ": " + row.type()));
              assertEquals(written, specified, heading);
            });
  }

  @Test
  void tablesSayTheTypeAndTheVersion() {
    maps()
        .forEach(
            (heading, map) -> {
              Map<String, FormatDocument.Row> table = document.tables().get(heading);
              assertTrue(table.get("type").range().startsWith("`" + map.get("type") + "`"));
              if (map.containsKey("version")) {
                assertEquals(map.get("version").toString(), table.get("version").range());
              }
            });
  }

  @Test
  void tablesNameAllConstants() {
    List<String> seen = new ArrayList<>();
    document
        .tables()
        .forEach(
            (heading, table) ->
                table.forEach(
                    (key, row) -> {
                      if (CONSTANTS.containsKey(key)) {
                        seen.add(key);
                        assertEquals(names(heading, key), constants(row.range()), heading + key);
                      }
                    }));
    // Ten regularizers and the mask have a normalization, seven regularizers a sharing, two of
    // them a region, and DropBlock a rule. A bar has an axis.
    assertEquals(11 + 7 + 2 + 1 + 1, seen.size(), seen::toString);
  }

  private static List<String> names(String heading, String key) {
    if (heading.equals("Regularizer AlphaDropout")) {
      return List.of("EXPECTED", "NONE");
    }
    return Arrays.stream(CONSTANTS.get(key).getEnumConstants()).map(Enum::name).toList();
  }

  private static List<String> constants(String range) {
    return CONSTANT.matcher(range).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Test
  void theExampleIsWhatIsWritten() {
    byte[] bytes = new LayerState(-1, 2, 3, 4, true).toBytes();
    assertArrayEquals(bytes, HexFormat.of().parseHex(document.exampleInHex()));
    assertTrue(document.contains("these " + bytes.length + " bytes"));
    String json = JsonDialect.JACKSON.write(new LayerState(-1, 2, 3, 4, true).toMap());
    assertTrue(document.contains(json), json);
  }

  /** The number of levels below the outermost map that a reader takes. */
  @Test
  void valuesAreReadSixteenDeep() {
    assertEquals("a", keyOrMessage(nested(16)));
    assertTrue(keyOrMessage(nested(17)).startsWith("bytes are nested too deeply"));
  }

  /**
   * A map of one key, whose value is a list in a list and so on, with a number as the innermost.
   */
  private static byte[] nested(int deep) {
    CraftedBytes bytes = CraftedBytes.begin().tag('M', 1).text("a");
    for (int i = 1; i < deep; i++) {
      bytes.tag('A', 1);
    }
    return bytes.whole(1).end();
  }

  private static String keyOrMessage(byte[] bytes) {
    try {
      return MapBytes.read(bytes).keySet().iterator().next();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
