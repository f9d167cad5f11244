/** A user of the library that has only what its module exports. */
module io.github.dropblock.reliability.platforms {
  requires io.github.dropblock;
}
