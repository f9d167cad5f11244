/** The command line. */
package io.github.dropblock.training;
