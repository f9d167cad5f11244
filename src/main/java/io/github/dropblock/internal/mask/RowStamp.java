package io.github.dropblock.internal.mask;

/** Stamp for any geometry: sets the bits of a block row by row. */
final class RowStamp implements BlockStamp {
  private final BlockGeometry geometry;
  private final int sites;
  private final int sitesOfLayer;
  private final Divisor bySites;
  private final Divisor byLayer;
  private final Divisor byRow;

  RowStamp(BlockGeometry geometry) {
    this.geometry = geometry;
    this.sites = geometry.sites();
    this.sitesOfLayer = geometry.height().starts() * geometry.width().starts();
    this.bySites = new Divisor(sites);
    this.byLayer = new Divisor(sitesOfLayer);
    this.byRow = new Divisor(geometry.width().starts());
  }

  @Override
  public int stamp(long[] dropped, int firstBit, int endWord, int site) {
    int plane = bySites.quotient(site);
    int inPlane = site - plane * sites;
    int z = byLayer.quotient(inPlane);
    int inLayer = inPlane - z * sitesOfLayer;
    int y = byRow.quotient(inLayer);
    int x = inLayer - y * geometry.width().starts();
    return geometry.stamp(
        dropped,
        firstBit + plane * geometry.positions(),
        z + geometry.depth().firstStart(),
        y + geometry.height().firstStart(),
        x + geometry.width().firstStart());
  }
}
